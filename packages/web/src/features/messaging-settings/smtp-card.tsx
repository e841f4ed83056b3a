import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fieldErrors, messageOf } from '../../lib/api.ts';
import { submittedValues } from '../../lib/form.ts';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Field, FormError } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Select } from '../../ui/select.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toast.tsx';
import { smtpQuery, useRemoveSmtp, useSaveSmtp, useTestSmtp } from './mail-settings.api.ts';
import { SecretInput } from './secret-input.tsx';
import { TestResult } from './test-result.tsx';

type Saved = NonNullable<Awaited<ReturnType<NonNullable<typeof smtpQuery.queryFn>>>>;
type Tls = 'starttls' | 'tls' | 'none';

const TLS = [
  { value: 'starttls', label: 'STARTTLS (587)' },
  { value: 'tls', label: 'TLS (465)' },
  { value: 'none', label: 'None' },
] as const;

const CARRIED_BY: Record<Saved['carried_by'], string> = {
  organization: 'Mail goes out through your own server.',
  installation: 'Mail goes out through the server of this installation. Set up your own below.',
  nobody: 'No mail server yet: mails are kept here and reach nobody. Set one up below.',
};

const bodyOf = (values: Record<string, string>) => ({
  host: values['host'] ?? '',
  port: Number(values['port']),
  tls: (values['tls'] ?? 'starttls') as Tls,
  username: values['username'] || null,
  domain: values['domain'] || null,
  ...(values['password'] && { password: values['password'] }),
});

const SmtpForm = ({ saved }: { saved: Saved }) => {
  const { settings } = saved;
  const save = useSaveSmtp();
  const test = useTestSmtp();
  const remove = useRemoveSmtp();
  const [isRemoving, setIsRemoving] = useState(false);
  const errors = fieldErrors(save.error);
  return (
    <form
      className="grid gap-4"
      noValidate
      onSubmit={(event) => {
        const form = event.currentTarget;
        save.mutate(bodyOf(submittedValues(event)), {
          onSuccess: () => {
            for (const field of form.querySelectorAll<HTMLInputElement>('[type=password]'))
              field.value = '';
            test.mutate();
          },
        });
      }}
    >
      <div className="grid gap-4 md:grid-cols-[minmax(0,1fr)_6rem_10rem]">
        <Field label="Server" error={errors['host']}>
          {(control) => (
            <Input
              {...control}
              name="host"
              spellCheck={false}
              autoComplete="off"
              placeholder="smtp.example.com"
              defaultValue={settings?.host}
            />
          )}
        </Field>
        <Field label="Port" error={errors['port']}>
          {(control) => (
            <Input
              {...control}
              name="port"
              inputMode="numeric"
              defaultValue={String(settings?.port ?? 587)}
            />
          )}
        </Field>
        <Field label="Encryption" error={errors['tls']}>
          {(control) => (
            <Select
              {...control}
              name="tls"
              defaultValue={settings?.tls ?? 'starttls'}
              options={TLS}
            />
          )}
        </Field>
      </div>
      <div className="grid items-start gap-4 md:grid-cols-2">
        <Field label="User" hint="Empty when the server asks for none." error={errors['username']}>
          {(control) => (
            <Input
              {...control}
              name="username"
              spellCheck={false}
              autoComplete="off"
              defaultValue={settings?.username ?? ''}
            />
          )}
        </Field>
        <Field label="Password" error={errors['password']}>
          {(control) => <SecretInput {...control} name="password" has={saved.has_password} />}
        </Field>
      </div>
      <Field
        label="Domain of new addresses"
        hint="When the server sends for a domain of your own."
        error={errors['domain']}
      >
        {(control) => (
          <Input
            {...control}
            name="domain"
            spellCheck={false}
            autoComplete="off"
            placeholder="example.com"
            defaultValue={settings?.domain ?? ''}
          />
        )}
      </Field>
      <FormError
        message={save.error && Object.keys(errors).length === 0 ? messageOf(save.error) : null}
      />
      <TestResult result={test.data} error={test.error} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" loading={save.isPending}>
          Save and test
        </Button>
        {settings && (
          <>
            <Button loading={test.isPending} onClick={() => test.mutate()}>
              Test
            </Button>
            <Button variant="danger-ghost" onClick={() => setIsRemoving(true)}>
              Forget the server
            </Button>
          </>
        )}
      </div>
      <AlertDialog
        open={isRemoving}
        onOpenChange={setIsRemoving}
        title="Forget the mail server?"
        description="Its password is deleted here, and mail no longer goes out through it."
        action="Forget"
        onConfirm={async () => {
          await remove.mutateAsync(undefined);
          toast.success('The mail server is forgotten.');
        }}
      />
    </form>
  );
};

/** The mail server that sends. */
export const SmtpCard = () => {
  const { data, error, refetch } = useQuery(smtpQuery);
  return (
    <Card title="Mail server (SMTP)" hint={data && CARRIED_BY[data.carried_by]}>
      {error ? (
        <ErrorState compact error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <SmtpForm key={data.updated_at ?? 'none'} saved={data} />
      ) : (
        <SkeletonRows rows={3} />
      )}
    </Card>
  );
};
