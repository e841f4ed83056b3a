// The ways in which a contact can write or call.

export const CHANNELS = [
  'sms',
  'whatsapp',
  'facebook_messenger',
  'instagram_dm',
  'email',
  'voice',
  'telegram',
  'widget',
] as const;
export type Channel = (typeof CHANNELS)[number];
