// How the organization sends and receives mail, as the server knows it.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';

const useChange = <Values, Answer>(
  change: (values: Values) => Promise<Answer>,
  stale: readonly string[],
) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: stale }),
  });
};

/** The addresses with the domain of a new one. */
export const addressBookQuery = queryOptions({
  queryKey: [...keys.emailAddresses, 'with-domain'],
  queryFn: ({ signal }) => client.listEmailAddresses({ signal }),
});

export const useCreateAddress = () =>
  useChange(
    (body: { username: string; sender_name: string | null }) => client.createEmailAddress({ body }),
    keys.emailAddresses,
  );
export const useUpdateAddress = () =>
  useChange(
    ({ id, ...body }: { id: string; username: string; sender_name: string | null }) =>
      client.updateEmailAddress({ params: { email_address_id: id }, body }),
    keys.emailAddresses,
  );
export const useRemoveAddress = () =>
  useChange(
    (id: string) => client.removeEmailAddress({ params: { email_address_id: id } }),
    keys.emailAddresses,
  );

export const smtpQuery = queryOptions({
  queryKey: keys.smtpSettings,
  queryFn: ({ signal }) => client.getSmtpSettings({ signal }),
});

type Smtp = Parameters<typeof client.saveSmtpSettings>[0]['body'];

export const useSaveSmtp = () =>
  useChange((body: Smtp) => client.saveSmtpSettings({ body }), keys.smtpSettings);
export const useRemoveSmtp = () => useChange(() => client.removeSmtpSettings(), keys.smtpSettings);
export const useTestSmtp = () => useMutation({ mutationFn: () => client.testSmtpSettings() });

export const emailWebhookQuery = queryOptions({
  queryKey: keys.emailWebhook,
  queryFn: ({ signal }) => client.getEmailWebhook({ signal }),
});
export const useCreateEmailWebhook = () =>
  useChange(() => client.createEmailWebhook(), keys.emailWebhook);
export const useRemoveEmailWebhook = () =>
  useChange(() => client.removeEmailWebhook(), keys.emailWebhook);
