import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { keys } from '../../lib/keys.ts';

/**
 * A way in (sign-in, sign-up): runs it, forgets who was here before, and goes on.
 * @param goTo a path of this app
 */
export const useEnter = <Values>(enter: (values: Values) => Promise<void>, goTo: string) => {
  const queryClient = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: enter,
    onSuccess: async () => {
      queryClient.removeQueries({ queryKey: keys.me });
      await router.navigate({ href: goTo, replace: true });
    },
  });
};
