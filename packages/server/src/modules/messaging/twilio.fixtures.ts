// An organization with a Twilio account, whose Twilio is the stand-in.
import { expect } from 'vitest';
import {
  buildOrganization,
  buildPhoneNumber,
  type Person,
  type TestCtx,
} from '../../platform/testing/builders.ts';
import { PUBLIC_URL, type TestServer } from '../../platform/testing/test-server.ts';
import {
  ACCOUNT_SID,
  AUTH_TOKEN,
  inboundFields,
  twilioRequest,
} from '../../platform/telephony/twilio-stand-in.fixtures.ts';

export type OnTwilio = {
  ctx: TestCtx;
  owner: Person;
  line: { id: string; phone_number: string };
  /** Sends a webhook as Twilio does. */
  post: (path: string, fields: Record<string, string>, token?: string) => Promise<Response>;
  /** A text from a phone to our number. */
  text: (fields: { From: string } & Record<string, string>) => Promise<Response>;
};

export const buildOnTwilio = async (server: TestServer): Promise<OnTwilio> => {
  const { ctx, owner } = await buildOrganization(server);
  await owner.client.saveTwilioSettings({
    body: { account_sid: ACCOUNT_SID, auth_token: AUTH_TOKEN },
  });
  const line = await buildPhoneNumber(ctx, { provider: 'twilio', friendly_name: 'Front desk' });
  const post: OnTwilio['post'] = async (path, fields, token) => {
    const { init } = twilioRequest(PUBLIC_URL, path, fields, token);
    return server.fetch(path, init);
  };
  return {
    ctx,
    owner,
    line,
    post,
    text: async (fields) => {
      const form = inboundFields({ To: line.phone_number, ...fields });
      const response = await post('/webhooks/twilio/sms', form);
      expect(response.status).toBe(200);
      return response;
    },
  };
};
