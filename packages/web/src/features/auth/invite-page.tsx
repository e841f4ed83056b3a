import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { isStatus, messageOf } from '../../lib/api.ts';
import { submittedValues } from '../../lib/form.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Field, FormError } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { NameField, PasswordField } from './auth-fields.tsx';
import { AuthLayout } from './auth-layout.tsx';
import { invitationQuery, signUp } from './auth.api.ts';
import { useEnter } from './use-enter.ts';

/** Where an invitation link leads: name and password, the rest is known. */
export const InvitePage = ({ token }: { token: string }) => {
  const invitation = useQuery(invitationQuery(token));
  const enter = useEnter(signUp, '/');

  if (invitation.isError) {
    const isGone = isStatus(invitation.error, 404) || isStatus(invitation.error, 400);
    return (
      <AuthLayout
        title={isGone ? 'This invitation is no longer valid' : 'Invitation'}
        footer={
          <Link to="/sign-in" className="font-medium text-accent-text hover:underline">
            Sign in
          </Link>
        }
      >
        {isGone ? (
          <p className="text-pretty">
            It has been used, withdrawn, or has expired. Ask the person who invited you for a new
            link.
          </p>
        ) : (
          <ErrorState error={invitation.error} onRetry={() => void invitation.refetch()} />
        )}
      </AuthLayout>
    );
  }
  if (!invitation.data)
    return (
      <AuthLayout title="Invitation">
        <Skeleton className="h-64" />
      </AuthLayout>
    );

  const { email, organization_name, role } = invitation.data;
  return (
    <AuthLayout
      title={`Join ${organization_name}`}
      lead={`You are invited as ${role === 'member' ? 'a' : 'an'} ${role}.`}
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          const { name = '', password = '' } = submittedValues(event);
          enter.mutate({ name, email, password, invitation_token: token });
        }}
      >
        <Field label="E-mail address">
          {(control) => (
            <Input {...control} type="email" value={email} readOnly autoComplete="username" />
          )}
        </Field>
        <NameField />
        <PasswordField fresh />
        <FormError message={enter.error && messageOf(enter.error)} />
        <Button type="submit" variant="primary" size="lg" loading={enter.isPending}>
          Join {organization_name}
        </Button>
      </form>
    </AuthLayout>
  );
};
