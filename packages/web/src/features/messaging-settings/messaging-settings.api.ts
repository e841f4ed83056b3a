// The organization's lines and rules for messages, as the server knows them: numbers, the carrier account, mail,
// who must not be written to, canned replies.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';

/** A change after which these keys are fetched again. */
const useChange = <Values, Answer>(
  change: (values: Values) => Promise<Answer>,
  ...stale: (readonly string[])[]
) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await Promise.all(stale.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
    },
  });
};

type BodyOf<Name extends keyof typeof client> = Extract<
  Parameters<(typeof client)[Name]>[0],
  { body: unknown }
>['body'];

export const twilioQuery = queryOptions({
  queryKey: keys.twilioSettings,
  queryFn: ({ signal }) => client.getTwilioSettings({ signal }),
});

export const useSaveTwilio = () =>
  useChange(
    (body: BodyOf<'saveTwilioSettings'>) => client.saveTwilioSettings({ body }),
    keys.twilioSettings,
  );
export const useRemoveTwilio = () =>
  useChange(() => client.removeTwilioSettings(), keys.twilioSettings);
export const useTestTwilio = () => useMutation({ mutationFn: () => client.testTwilioSettings() });

type NumberSearch = { provider: 'twilio' | 'simulator'; country: string; digits: string };

/** Numbers that can be bought; digits are an area code, or a part of the number when they are more. */
export const useSearchNumbers = () =>
  useMutation({
    mutationFn: async ({ provider, country, digits }: NumberSearch) => {
      const isArea = /^\d{1,5}$/.test(digits);
      const query = {
        provider,
        country,
        ...(digits !== '' && (isArea ? { area_code: digits } : { contains: digits })),
      };
      return (await client.searchPhoneNumbers({ query })).available;
    },
  });
export const useBuyNumber = () =>
  useChange((body: BodyOf<'buyPhoneNumber'>) => client.buyPhoneNumber({ body }), keys.phoneNumbers);
export const useUpdateNumber = () =>
  useChange(
    ({ id, ...body }: BodyOf<'updatePhoneNumber'> & { id: string }) =>
      client.updatePhoneNumber({ params: { phone_number_id: id }, body }),
    keys.phoneNumbers,
  );
export const useReleaseNumber = () =>
  useChange(
    (id: string) => client.releasePhoneNumber({ params: { phone_number_id: id } }),
    keys.phoneNumbers,
  );
export const useSyncNumbers = () => useChange(() => client.syncPhoneNumbers(), keys.phoneNumbers);
export const useSyncHistory = () =>
  useMutation({ mutationFn: () => client.syncHistory({ body: {} }) });

export const suppressionsQuery = queryOptions({
  queryKey: [...keys.suppressions, 'all'],
  queryFn: async ({ signal }) => (await client.listSuppressions({ signal })).suppressions,
});
export const useSuppress = () =>
  useChange(
    (body: BodyOf<'createSuppression'>) => client.createSuppression({ body }),
    keys.suppressions,
  );
export const useLiftSuppression = () =>
  useChange(
    (id: string) => client.removeSuppression({ params: { suppression_id: id } }),
    keys.suppressions,
  );

export const complianceQuery = queryOptions({
  queryKey: keys.compliance,
  queryFn: ({ signal }) => client.getCompliance({ signal }),
});
export const useSaveCompliance = () =>
  useChange((body: BodyOf<'saveCompliance'>) => client.saveCompliance({ body }), keys.compliance);

export const useCreateCannedReply = () =>
  useChange(
    (body: BodyOf<'createCannedReply'>) => client.createCannedReply({ body }),
    keys.cannedReplies,
  );
export const useUpdateCannedReply = () =>
  useChange(
    ({ id, ...body }: BodyOf<'updateCannedReply'> & { id: string }) =>
      client.updateCannedReply({ params: { canned_reply_id: id }, body }),
    keys.cannedReplies,
  );
export const useRemoveCannedReply = () =>
  useChange(
    (id: string) => client.removeCannedReply({ params: { canned_reply_id: id } }),
    keys.cannedReplies,
  );
