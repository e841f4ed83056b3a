// Twilio's answers, as its API documents them.

export type StandInMessage = {
  sid: string;
  account_sid: string;
  from: string;
  to: string;
  body: string;
  media: string[];
  status: string;
  direction: string;
  error_code: number | null;
  status_callback: string | null;
  date_created: Date;
};

export type StandInNumber = {
  sid: string;
  phone_number: string;
  friendly_name: string;
  sms_url: string;
  voice_url: string;
};

/** RFC 2822, as the 2010-04-01 API writes times. */
const rfc2822 = (date: Date): string => date.toUTCString().replace('GMT', '+0000');

export const messageShape = (m: StandInMessage) => ({
  account_sid: m.account_sid,
  api_version: '2010-04-01',
  body: m.body,
  date_created: rfc2822(m.date_created),
  date_sent: m.status === 'queued' ? null : rfc2822(m.date_created),
  date_updated: rfc2822(m.date_created),
  direction: m.direction,
  error_code: m.error_code,
  error_message: null,
  from: m.from,
  messaging_service_sid: null,
  num_media: String(m.media.length),
  num_segments: '1',
  price: null,
  price_unit: null,
  sid: m.sid,
  status: m.status,
  subresource_uris: {
    media: `/2010-04-01/Accounts/${m.account_sid}/Messages/${m.sid}/Media.json`,
  },
  to: m.to,
  uri: `/2010-04-01/Accounts/${m.account_sid}/Messages/${m.sid}.json`,
});

export const numberShape = (n: StandInNumber, account_sid: string) => ({
  sid: n.sid,
  account_sid,
  friendly_name: n.friendly_name,
  phone_number: n.phone_number,
  capabilities: { voice: true, sms: true, mms: true, fax: false },
  sms_url: n.sms_url,
  voice_url: n.voice_url,
  date_created: rfc2822(new Date(0)),
  date_updated: rfc2822(new Date(0)),
  uri: `/2010-04-01/Accounts/${account_sid}/IncomingPhoneNumbers/${n.sid}.json`,
});

export const availableShape = (phone_number: string) => ({
  friendly_name: phone_number,
  phone_number,
  lata: '128',
  locality: 'New York',
  rate_center: 'NWYRCYZN01',
  latitude: null,
  longitude: null,
  region: 'NY',
  postal_code: '10001',
  iso_country: 'US',
  address_requirements: 'none',
  beta: false,
  capabilities: { voice: true, SMS: true, MMS: true },
});

export const accountShape = (sid: string) => ({
  sid,
  friendly_name: 'Test account',
  status: 'active',
  type: 'Full',
  owner_account_sid: sid,
  date_created: rfc2822(new Date(0)),
  date_updated: rfc2822(new Date(0)),
  subresource_uris: {},
  uri: `/2010-04-01/Accounts/${sid}.json`,
});

export const callShape = (call: {
  sid: string;
  account_sid: string;
  from: string;
  to: string;
  direction: string;
}) => ({
  ...call,
  status: 'completed',
  start_time: rfc2822(new Date(Date.now() - 60_000)),
  end_time: rfc2822(new Date()),
  duration: '42',
  date_created: rfc2822(new Date(Date.now() - 60_000)),
  date_updated: rfc2822(new Date()),
  price: null,
  price_unit: 'USD',
  subresource_uris: {},
  uri: `/2010-04-01/Accounts/${call.account_sid}/Calls/${call.sid}.json`,
});

export const errorShape = (status: number, code: number, message: string) => ({
  code,
  message,
  more_info: `https://www.twilio.com/docs/errors/${code}`,
  status,
});
