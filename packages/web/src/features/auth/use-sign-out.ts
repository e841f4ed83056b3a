import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { toast } from '../../ui/toast.tsx';
import { signOut } from './auth.api.ts';

/** Ends the session and forgets everything that was loaded with it. */
export const useSignOut = () => {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    try {
      await signOut();
    } catch (error) {
      toast.error(error);
      return;
    }
    await navigate({ to: '/sign-in' });
    queryClient.clear();
  };
};
