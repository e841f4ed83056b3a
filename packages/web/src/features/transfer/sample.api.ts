// The sample workspace: in and out.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import { toast } from '../../ui/toast.tsx';

/** Takes everything that the sample workspace brought out again. */
export const useRemoveSample = () => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => client.removeSample(),
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      toast.success('The sample people are gone.');
    },
    onError: toast.error,
  });
};
