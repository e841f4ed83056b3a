// A call as its reports tell it: the same state whatever the order in which they come, and however often.
import {
  type CallOutcome,
  type CallStatus,
  callStatusOf,
  laterStatus,
  outcomeOf,
  tellingOutcome,
} from './status.ts';

/** What a provider tells in one callback; words are the provider's own. */
export type CallReport = {
  /** Of the call as a whole. */
  status?: string | undefined;
  /** Of the leg that we rang: the forwarded one, or the contact's. */
  leg?: string | undefined;
  duration_seconds?: number | undefined;
  /** Told long after: nothing more will be told of who answered. */
  is_memory?: boolean | undefined;
  recording?: { sid: string; source: string; seconds: number; is_message: boolean } | undefined;
};

export type CallState = {
  direction: 'inbound' | 'outbound';
  status: CallStatus;
  outcome: CallOutcome | null;
  duration_seconds: number | null;
  recording_sid: string | null;
  recording_source: string | null;
  recording_seconds: number | null;
};

/** A caller who hangs up at the tone leaves a second of noise, and no message. */
const SHORTEST_MESSAGE_SECONDS = 2;

export const afterReport = <S extends CallState>(before: S, report: CallReport): S => {
  const state = { ...before };
  if (report.status !== undefined) {
    state.status = laterStatus(state.status, callStatusOf(report.status));
    const isSilent = report.is_memory && report.status === 'completed';
    const told = isSilent ? null : wholeOutcome(state.direction, report.status);
    state.outcome = tellingOutcome(state.outcome, told);
  }
  if (report.leg !== undefined)
    state.outcome = tellingOutcome(state.outcome, outcomeOf(report.leg));
  if (report.duration_seconds !== undefined)
    state.duration_seconds = Math.max(state.duration_seconds ?? 0, report.duration_seconds);
  const { recording } = report;
  if (recording && isBetter(recording, state)) {
    state.recording_sid = recording.sid;
    state.recording_source = recording.source;
    state.recording_seconds = recording.seconds;
  }
  if (recording?.is_message && recording.seconds >= SHORTEST_MESSAGE_SECONDS)
    state.outcome = tellingOutcome(state.outcome, 'voicemail');
  return state;
};

/** The end of the whole call, as long as no leg and no message tells more. */
const wholeOutcome = (direction: CallState['direction'], word: string): CallOutcome | null => {
  if (callStatusOf(word) !== 'completed') return null;
  if (direction === 'inbound' || word === 'completed') return 'missed';
  // We ring our own phone first: not picking it up is our changing our mind.
  return word === 'failed' ? 'failed' : 'canceled';
};

/** The longest recording of a call is the one to keep; of equals, always the same one. */
const isBetter = (
  { sid, seconds }: { sid: string; seconds: number },
  { recording_sid, recording_seconds }: CallState,
): boolean => {
  if (recording_sid === null || recording_seconds === null) return true;
  return seconds > recording_seconds || (seconds === recording_seconds && sid < recording_sid);
};
