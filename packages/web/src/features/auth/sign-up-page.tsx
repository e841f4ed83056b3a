import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { client, messageOf } from '../../lib/api.ts';
import { submittedValues } from '../../lib/form.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Field, FormError } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmailField, NameField, PasswordField, focusFirst } from './auth-fields.tsx';
import { AuthLayout } from './auth-layout.tsx';
import { type SignUp, setupQuery, signUp } from './auth.api.ts';
import { localDefaults } from './local-defaults.ts';
import { useEnter } from './use-enter.ts';

const SignInLink = () => (
  <>
    You have an account?{' '}
    <Link to="/sign-in" className="font-medium text-accent-text hover:underline">
      Sign in
    </Link>
  </>
);

/** The first owner sets up the installation; later it depends on what the operator allows. */
export const SignUpPage = () => {
  const setup = useQuery(setupQuery);
  if (setup.isError)
    return (
      <AuthLayout title="Rapport">
        <ErrorState error={setup.error} onRetry={() => void setup.refetch()} />
      </AuthLayout>
    );
  if (!setup.data)
    return (
      <AuthLayout title="Rapport">
        <Skeleton className="h-80" />
      </AuthLayout>
    );
  if (setup.data.sign_up === 'invitation') return <ByInvitation />;
  return <SignUpForm first={setup.data.sign_up === 'first_owner'} />;
};

const ByInvitation = () => (
  <AuthLayout title="Rapport is by invitation here" footer={<SignInLink />}>
    <p className="text-pretty">
      Ask an owner or admin of your organization to invite you: they find it under{' '}
      <strong>Settings, Members</strong>, and can send you the link that they get there.
    </p>
  </AuthLayout>
);

/** A new organization starts with the country and time zone of this browser; Settings change them. */
const signUpOwner = async (values: SignUp) => {
  await signUp(values);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const defaults = localDefaults(navigator.language, timeZone);
  // A refusal here is no reason to stop somebody who is in.
  await client.updateOrganization({ body: defaults }).catch(() => null);
};

const SignUpForm = ({ first }: { first: boolean }) => {
  const enter = useEnter(signUpOwner, '/welcome');
  return (
    <AuthLayout
      title={first ? 'Welcome to Rapport' : 'Create your organization'}
      lead={
        first
          ? 'Nobody is here yet. You become the owner of this installation.'
          : 'You become its owner and can invite others.'
      }
      footer={first ? undefined : <SignInLink />}
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          const values = submittedValues(event);
          enter.mutate({
            name: values['name'] ?? '',
            email: values['email'] ?? '',
            password: values['password'] ?? '',
            organization_name: values['organization_name'] ?? '',
          });
        }}
      >
        <Field label="Organization">
          {(control) => (
            <Input
              {...control}
              name="organization_name"
              required
              maxLength={120}
              autoComplete="organization"
              ref={focusFirst}
            />
          )}
        </Field>
        <NameField />
        <EmailField />
        <PasswordField fresh />
        <FormError message={enter.error && messageOf(enter.error)} />
        <Button type="submit" variant="primary" size="lg" loading={enter.isPending}>
          {first ? 'Set up Rapport' : 'Create organization'}
        </Button>
      </form>
    </AuthLayout>
  );
};
