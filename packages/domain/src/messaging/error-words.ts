// Why a message did not arrive, in words for the person who sent it: what happened and what to do.

/** For a request that was handed to the provider and never answered. */
export const UNKNOWN_OUTCOME =
  'We do not know whether this was sent: the carrier did not answer. We keep asking; it is not sent again by itself.';

/** Codes of Twilio's published error dictionary, and our own words. */
const WORDS: Record<string, string> = {
  '14107': 'Too many messages at once. Wait a minute and send it again.',
  '20003': 'Twilio did not accept the account. Check the Twilio settings.',
  '20404': 'Twilio does not know this account or number. Check the Twilio settings.',
  '20429': 'Twilio is busy. Wait a minute and send it again.',
  '21211': 'This is not a valid phone number. Correct it and send the message again.',
  '21212': 'Our own number is not valid for sending. Choose another number.',
  '21408':
    'Sending to this country is switched off at Twilio. Switch it on under Messaging, Geo permissions.',
  '21602': 'The message is empty. Write something or attach a file.',
  '21606': 'Our own number cannot send text messages. Choose another number.',
  '21608':
    'A Twilio trial account sends only to verified numbers. Verify this one, or upgrade the account.',
  '21610': 'This person has opted out and cannot be sent messages until they write START.',
  '21611': 'Too many messages wait to be sent from our number. Wait and send it again.',
  '21612': 'The carrier has no way from our number to this one. Send from another number.',
  '21614': 'This number cannot receive text messages; it is probably a landline.',
  '21617': 'The message is longer than 1,600 characters. Shorten it.',
  '21620': 'A file cannot be sent: its address is not valid. Attach it again.',
  '21623': 'There are more than 10 files. Send fewer at once.',
  '21660': 'Our number does not belong to this Twilio account. Sync the numbers in the settings.',
  '30001': 'Too many messages waited at the carrier. Send it again later.',
  '30002': 'Our Twilio account is suspended. Contact Twilio.',
  '30003': 'The phone could not be reached; it may be off or out of range. Try again later.',
  '30004': 'The recipient or their carrier blocks our messages.',
  '30005': 'This number does not exist or is no longer in use. Check it.',
  '30006': 'This number cannot receive text messages; it is probably a landline.',
  '30007':
    'The carrier filtered the message as unwanted. Write it differently, without short links.',
  '30008': 'The carrier could not deliver the message and does not say why. Try again later.',
  '30009': 'A part of the message was lost on the way. Send it again.',
  '30010': 'The message costs more than the account allows. Raise the limit at Twilio.',
  '30011': 'Pictures cannot be sent from our number. Send the text alone.',
  '30019': 'A file is too large for the recipient’s carrier. Send a smaller one.',
  '30032': 'Our toll-free number is not verified yet. Verify it at Twilio.',
  '30034':
    'Our number is not registered for business texting in the US (A2P 10DLC). Register it at Twilio.',
  '30035': 'The message was not sent in time by the carrier. Send it again.',
  '30410': 'The carrier took too long to answer. Send it again later.',
  '30450': 'The carrier refused the message. Write it differently.',
  '30500': 'The carrier had a fault of its own. Send it again later.',
  '63038': 'The account reached its limit of messages for today. Send it tomorrow.',
  cancelled: 'Cancelled before it was sent.',
  do_not_contact: 'Not sent: the contact was marked "do not contact" in the meantime.',
  suppressed: 'Not sent: this person opted out in the meantime.',
  number_released: 'Not sent: our number was given back in the meantime. Send from another one.',
  not_configured: 'Not sent: no Twilio account is set up. Enter one in the settings.',
  unreachable: 'Not sent: the carrier could not be reached for a whole day. Send it again.',
  refused: 'The carrier refused the message.',
};

/**
 * What a person is told about a failed message.
 * @param code the provider's error code or a word of ours; null = it did not fail, or nobody says why
 * @returns one or two sentences, or null when there is nothing to say
 */
export const errorWords = (code: string | null): string | null => {
  if (code === null) return null;
  return WORDS[code] ?? `The carrier could not deliver the message (error ${code}).`;
};
