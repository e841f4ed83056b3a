// The numbers with which Twilio's test credentials play errors; the simulated network honours them.

const FROM: Record<string, [code: string, message: string]> = {
  '+15005550001': ['21212', 'The From phone number +15005550001 is not a valid phone number.'],
  '+15005550007': [
    '21606',
    'The From phone number +15005550007 is not a valid, SMS-capable inbound phone number.',
  ],
  '+15005550008': ['21611', 'This From number has exceeded the maximum number of queued messages.'],
};
const TO: Record<string, [code: string, message: string]> = {
  '+15005550001': ['21211', 'The To number +15005550001 is not a valid phone number.'],
  '+15005550002': ['21612', 'The message From/To pair violates a routing rule.'],
  '+15005550003': ['21408', 'Permission to send an SMS has not been enabled for this region.'],
  '+15005550004': ['21610', 'Attempt to send to unsubscribed recipient.'],
  '+15005550009': ['21614', 'The To number +15005550009 is not a mobile number.'],
};

/** @returns the error that Twilio plays for this pair of numbers, or null when it sends */
export const magicRefusal = (
  from: string,
  to: string,
): { code: string; message: string } | null => {
  const [code, message] = FROM[from] ?? TO[to] ?? [];
  return code && message ? { code, message } : null;
};
