// A call in words.
import type { Call, CallSegment } from '@rapport/contract/calls.api';
import { speakerLabel } from '@rapport/domain/calls/segments';

const OUTCOMES: Record<NonNullable<Call['outcome']>, string> = {
  answered: '',
  voicemail: 'Voicemail',
  missed: 'Missed call',
  busy: 'Line was busy',
  failed: 'Call failed',
  canceled: 'Call cancelled',
};

/** "Voicemail", "Missed call", "Incoming call", "Outgoing call": what it was, first of all how it ended. */
export const callTitle = ({ direction, status, outcome }: Call): string => {
  if (outcome === 'missed' && direction === 'outbound') return 'No answer';
  const ended = outcome ? OUTCOMES[outcome] : '';
  const kind = direction === 'inbound' ? 'Incoming call' : 'Outgoing call';
  if (ended) return ended;
  return status === 'in-progress' ? `${kind}, going on` : kind;
};

/** Whether nobody was spoken to: what somebody may have to call back. */
export const isUnanswered = ({ direction, outcome }: Call): boolean =>
  direction === 'inbound' && (outcome === 'missed' || outcome === 'voicemail');

/** Who speaks: the contact by name, ours as the transcript names them. */
export const speakerOf = (segment: CallSegment, { contact }: Pick<Call, 'contact'>): string => {
  const name = `${contact.first_name} ${contact.last_name}`.trim();
  return segment.speaker === 'contact' && name !== '' ? name : speakerLabel(segment);
};

/** "0:07", "12:40", "1:02:03". @param seconds from the beginning */
export const clockOf = (seconds: number): string => {
  const whole = Math.max(0, Math.floor(seconds));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (part: number) => String(part).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
};

/**
 * The segment that is heard at a moment: the last one that has begun; -1 before the first.
 * Segments without a time are never heard by themselves.
 */
export const segmentAt = (segments: readonly CallSegment[], seconds: number): number =>
  segments.findLastIndex(
    ({ start_seconds }) => start_seconds !== null && start_seconds <= seconds + 0.05,
  );
