import { useMutation } from '@tanstack/react-query';
import { messageOf } from '../../lib/api.ts';
import { submittedValues } from '../../lib/form.ts';
import { useTheme } from '../../lib/theme.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { FormError } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { THEME_OPTIONS } from '../../ui/theme-toggle.tsx';
import { toast } from '../../ui/toast.tsx';
import { PasswordField } from '../auth/auth-fields.tsx';
import { changePassword, useMe } from '../auth/auth.api.ts';
import { useSignOut } from '../auth/use-sign-out.ts';
import { ROLE_LABELS } from './roles.ts';

export const ProfileSection = () => {
  const { user, member, organization } = useMe();
  const signOut = useSignOut();
  const [theme, setTheme] = useTheme();
  const change = useMutation({
    mutationFn: ({ current, next }: { current: string; next: string }) =>
      changePassword(current, next),
  });
  return (
    <>
      <Card>
        <div className="flex flex-wrap items-center gap-4">
          <Avatar name={user.name} seed={user.id} size="lg" />
          <div className="min-w-0 flex-1">
            <h2 className="truncate text-base font-semibold">{user.name}</h2>
            <p className="truncate text-ink-muted">{user.email}</p>
            <p className="mt-1 flex gap-1.5">
              <Badge tone="accent">{ROLE_LABELS[member.role]}</Badge>
              <span className="truncate text-ink-muted">{organization.name}</span>
            </p>
          </div>
          <Button onClick={() => void signOut()}>Sign out</Button>
        </div>
      </Card>
      <Card title="Appearance" hint="For this browser.">
        <Segmented label="Theme" value={theme} onChange={setTheme} options={THEME_OPTIONS} />
      </Card>
      <Card title="Change password" hint="Other devices are signed out.">
        <form
          className="grid max-w-sm gap-4"
          onSubmit={(event) => {
            const form = event.currentTarget;
            const { current = '', next = '' } = submittedValues(event);
            change.mutate(
              { current, next },
              {
                onSuccess: () => {
                  form.reset();
                  toast.success('The password is changed.');
                },
              },
            );
          }}
        >
          <PasswordField name="current" label="Current password" />
          <PasswordField name="next" label="New password" fresh />
          <FormError message={change.error && messageOf(change.error)} />
          <Button
            type="submit"
            variant="primary"
            className="justify-self-start"
            loading={change.isPending}
          >
            Change password
          </Button>
        </form>
      </Card>
    </>
  );
};
