// The simulated network: what its phones sent and got, and sending from them.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';

/** What one simulated phone sent and received, the oldest first. */
export const simulatedQuery = (phone: string) =>
  queryOptions({
    queryKey: keys.simulatedPhone(phone),
    queryFn: async ({ signal }) =>
      (await client.listSimulated({ query: { phone }, signal })).messages,
    enabled: phone !== '',
  });

type Text = Parameters<typeof client.simulateInbound>[0]['body'];
type Ring = Parameters<typeof client.simulateCall>[0]['body'];

const useFromPhone = <Body, Answer>(send: (body: Body) => Promise<Answer>) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.simulated }),
  });
};

/** Texts in from a simulated phone. */
export const useSimulateText = () => useFromPhone((body: Text) => client.simulateInbound({ body }));

/** Rings from a simulated phone. */
export const useSimulateCall = () => useFromPhone((body: Ring) => client.simulateCall({ body }));

/** The first simulated number of the organization, which costs nothing. */
export const useGetSimulatedNumber = () => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const { available } = await client.searchPhoneNumbers({ query: { provider: 'simulator' } });
      const [first] = available;
      if (!first) throw new Error('The simulated network has no number left.');
      return client.buyPhoneNumber({
        body: {
          provider: 'simulator',
          phone_number: first.phone_number,
          friendly_name: 'Test number',
        },
      });
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.phoneNumbers }),
  });
};
