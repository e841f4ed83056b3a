// What a carrier is told to do with a call, in TwiML: ring a phone, take a message, connect two sides.
import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';

/** The voice webhooks of this server. */
export const VOICE_PATHS = {
  incoming: '/webhooks/twilio/voice',
  leg: '/webhooks/twilio/voice/leg',
  connect: '/webhooks/twilio/voice/connect',
  status: '/webhooks/twilio/voice/status',
  message: '/webhooks/twilio/voice/message',
  recording: '/webhooks/twilio/voice/recording',
  transcription: '/webhooks/twilio/voice/transcription',
} as const;

/** Which of our numbers a call concerns, and where the carrier finds us. */
export type CallPlace = { public_url: string; line: string };

/** The address of one of our webhooks, which says the number that it concerns. */
export const voiceUrl = (
  { public_url, line }: CallPlace,
  path: keyof typeof VOICE_PATHS,
  more: Record<string, string> = {},
): string =>
  `${public_url}${VOICE_PATHS[path]}?${new URLSearchParams({ line, ...more }).toString()}`;

/** A phone that nobody picks up goes on ringing that long before the voicemail. */
const RING_SECONDS = 20;
/** The most that the carrier writes down by machine. */
const MESSAGE_SECONDS = 120;
const GREETING =
  'Nobody can take your call right now. Please leave a message after the tone, and we will get back to you.';

/** Rings the phone that stands behind a number. */
export const ringTwiml = (
  place: CallPlace,
  { forward_to, records }: { forward_to: string; records: boolean },
): string => {
  const response = new VoiceResponse();
  if (records) writeDown(response, place, 'inbound');
  response
    .dial({
      action: voiceUrl(place, 'leg', { direction: 'inbound' }),
      timeout: RING_SECONDS,
      answerOnBridge: true,
      ...(records ? recorded(place) : {}),
    })
    .number(forward_to);
  return response.toString();
};

/** Takes a message: greeting, tone, recording, and what was said in writing. */
export const voicemailTwiml = (place: CallPlace, greeting: string): string => {
  const response = new VoiceResponse();
  response.say(greeting || GREETING);
  response.record({
    action: voiceUrl(place, 'message', { kind: 'message' }),
    maxLength: MESSAGE_SECONDS,
    playBeep: true,
    transcribe: true,
    transcribeCallback: voiceUrl(place, 'transcription'),
    recordingStatusCallback: voiceUrl(place, 'recording', { kind: 'message' }),
  });
  return response.toString();
};

/** Rings the contact once our own phone was picked up; they see the organization's number. */
export const connectTwiml = (
  place: CallPlace,
  { to, records }: { to: string; records: boolean },
): string => {
  const response = new VoiceResponse();
  if (records) writeDown(response, place, 'outbound');
  response
    .dial({
      action: voiceUrl(place, 'leg', { direction: 'outbound' }),
      callerId: place.line,
      answerOnBridge: true,
      ...(records ? recorded(place) : {}),
    })
    .number(to);
  return response.toString();
};

export const goodbyeTwiml = (): string => {
  const response = new VoiceResponse();
  response.hangup();
  return response.toString();
};

const recorded = (place: CallPlace) => ({
  record: 'record-from-answer-dual' as const,
  recordingStatusCallback: voiceUrl(place, 'recording'),
});

/** Both sides, each on its own track, so that it is known who says what. */
const writeDown = (
  response: VoiceResponse,
  place: CallPlace,
  direction: 'inbound' | 'outbound',
): void => {
  response.start().transcription({
    statusCallbackUrl: voiceUrl(place, 'transcription', { direction }),
    track: 'both_tracks',
  });
};
