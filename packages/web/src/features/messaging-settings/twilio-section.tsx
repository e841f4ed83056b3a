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
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toast.tsx';
import { CopyField } from '../settings/copy-field.tsx';
import {
  twilioQuery,
  useRemoveTwilio,
  useSaveTwilio,
  useTestTwilio,
} from './messaging-settings.api.ts';
import { SecretInput } from './secret-input.tsx';
import { TestResult } from './test-result.tsx';

type Settings = NonNullable<Awaited<ReturnType<NonNullable<typeof twilioQuery.queryFn>>>>;

/** Secrets that were left empty stay as they are. */
const bodyOf = (values: Record<string, string>) => {
  const secrets = ['auth_token', 'secondary_auth_token', 'api_key_secret'] as const;
  return {
    account_sid: values['account_sid'] ?? '',
    api_key_sid: values['api_key_sid'] || null,
    ...Object.fromEntries(secrets.flatMap((name) => (values[name] ? [[name, values[name]]] : []))),
  };
};

const TwilioForm = ({ settings }: { settings: Settings }) => {
  const save = useSaveTwilio();
  const test = useTestTwilio();
  const remove = useRemoveTwilio();
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
      <Field
        label="Account SID"
        hint="On the first page of the Twilio console."
        error={errors['account_sid']}
      >
        {(control) => (
          <Input
            {...control}
            name="account_sid"
            spellCheck={false}
            autoComplete="off"
            placeholder="AC…"
            defaultValue={settings.account_sid ?? ''}
          />
        )}
      </Field>
      <Field
        label="Auth token"
        hint="Also proves that webhooks come from Twilio."
        error={errors['auth_token']}
      >
        {(control) => <SecretInput {...control} name="auth_token" has={settings.has_auth_token} />}
      </Field>
      <details className="grid gap-4 [&[open]>summary]:mb-4">
        <summary className="font-medium text-ink-muted hover:text-ink">
          API key and second token
        </summary>
        <div className="grid gap-4">
          <Field
            label="Secondary auth token"
            hint="While you change tokens, webhooks signed with either are accepted."
            error={errors['secondary_auth_token']}
          >
            {(control) => (
              <SecretInput
                {...control}
                name="secondary_auth_token"
                has={settings.has_secondary_auth_token}
              />
            )}
          </Field>
          <Field
            label="API key SID"
            hint="With one, requests use the key instead of the token."
            error={errors['api_key_sid']}
          >
            {(control) => (
              <Input
                {...control}
                name="api_key_sid"
                spellCheck={false}
                autoComplete="off"
                placeholder="SK…"
                defaultValue={settings.api_key_sid ?? ''}
              />
            )}
          </Field>
          <Field label="API key secret" error={errors['api_key_secret']}>
            {(control) => (
              <SecretInput {...control} name="api_key_secret" has={settings.has_api_key_secret} />
            )}
          </Field>
        </div>
      </details>
      <FormError
        message={save.error && Object.keys(errors).length === 0 ? messageOf(save.error) : null}
      />
      <TestResult result={test.data} error={test.error} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" loading={save.isPending}>
          Save and test
        </Button>
        {settings.is_configured && (
          <>
            <Button loading={test.isPending} onClick={() => test.mutate()}>
              Test
            </Button>
            <Button variant="danger-ghost" onClick={() => setIsRemoving(true)}>
              Forget the account
            </Button>
          </>
        )}
      </div>
      <AlertDialog
        open={isRemoving}
        onOpenChange={setIsRemoving}
        title="Forget the Twilio account?"
        description="Its token and keys are deleted here. Nothing can be sent from its numbers until it is set up again."
        action="Forget"
        onConfirm={async () => {
          await remove.mutateAsync(undefined);
          toast.success('The account is forgotten.');
        }}
      />
    </form>
  );
};

/** The organization's account at Twilio. */
export const TwilioSection = () => {
  const { data, error, refetch } = useQuery(twilioQuery);
  return (
    <>
      <Card
        title="Twilio"
        hint="Carries texts and calls. Secrets are kept encrypted and never shown."
      >
        {error ? (
          <ErrorState compact error={error} onRetry={() => void refetch()} />
        ) : data ? (
          <TwilioForm key={String(data.is_configured)} settings={data} />
        ) : (
          <SkeletonRows rows={3} />
        )}
      </Card>
      {data && (
        <Card
          title="Webhooks"
          hint="Numbers that are bought or taken over here get these by themselves. Enter them at Twilio for any other."
        >
          <div className="grid gap-4">
            <CopyField label="Incoming messages" value={data.webhooks.sms} />
            <CopyField label="Message status" value={data.webhooks.status} />
            <CopyField label="Incoming calls" value={data.webhooks.voice} />
          </div>
        </Card>
      )}
    </>
  );
};
