import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { messageOf } from '../../lib/api.ts';
import { submittedValues } from '../../lib/form.ts';
import { Button } from '../../ui/button.tsx';
import { FormError } from '../../ui/field.tsx';
import { EmailField, PasswordField } from './auth-fields.tsx';
import { AuthLayout } from './auth-layout.tsx';
import { setupQuery, signIn } from './auth.api.ts';
import { useEnter } from './use-enter.ts';

/** `next` is where to go afterwards. */
export const SignInPage = ({ next }: { next: string | undefined }) => {
  const setup = useQuery(setupQuery).data;
  const enter = useEnter(signIn, next ?? '/');
  return (
    <AuthLayout
      title="Sign in to Rapport"
      footer={
        setup &&
        (setup.sign_up === 'invitation' ? (
          'No account yet? Ask an owner or admin of your organization for an invitation.'
        ) : (
          <>
            No account yet?{' '}
            <Link to="/sign-up" className="font-medium text-accent-text hover:underline">
              {setup.sign_up === 'first_owner' ? 'Set up Rapport' : 'Create an organization'}
            </Link>
          </>
        ))
      }
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          const { email = '', password = '' } = submittedValues(event);
          enter.mutate({ email, password });
        }}
      >
        <EmailField first />
        <PasswordField />
        <FormError message={enter.error && messageOf(enter.error)} />
        <Button type="submit" variant="primary" size="lg" loading={enter.isPending}>
          Sign in
        </Button>
      </form>
    </AuthLayout>
  );
};
