import type { LlmFeature, LlmSettings } from '@rapport/contract/llm-settings.api';
import { useState } from 'react';
import { fieldErrors, messageOf } from '../../lib/api.ts';
import { submittedValues } from '../../lib/form.ts';
import { Button } from '../../ui/button.tsx';
import { Field, FormError } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { toast } from '../../ui/toast.tsx';
import { SecretInput } from '../messaging-settings/secret-input.tsx';
import { TestResult } from '../messaging-settings/test-result.tsx';
import { useRemoveLlm, useSaveLlm, useTestLlm } from './ai-settings.api.ts';

export const FEATURE_WORDS: Record<LlmFeature, string> = {
  enrichment: 'Reading messages',
  call_enrichment: 'Reading calls',
  call_analysis: 'Analysing calls',
  suggestions: 'Suggesting replies',
};

const FEATURES = Object.keys(FEATURE_WORDS) as LlmFeature[];

const ENGINES = [
  { value: 'local', label: 'Built-in engine' },
  { value: 'llm', label: 'Language model' },
] as const;

const numberOf = (text: string | undefined): number | null =>
  text === undefined || text.trim() === '' ? null : Number(text);

type Engine = LlmSettings['engine'];

/** An empty key keeps its value; an empty model for a task is the model for all. */
const bodyOf = (values: Record<string, string>, engine: Engine) => ({
  engine,
  base_url: values['base_url']?.trim() || null,
  model: values['model']?.trim() || null,
  models: Object.fromEntries(
    FEATURES.flatMap((feature) => {
      const model = values[feature]?.trim();
      return model ? [[feature, model]] : [];
    }),
  ),
  daily_limit_usd: numberOf(values['daily_limit_usd']),
  input_usd_per_million: numberOf(values['input_usd_per_million']),
  output_usd_per_million: numberOf(values['output_usd_per_million']),
  ...(values['api_key'] ? { api_key: values['api_key'] } : {}),
});

/** Which engine, which model, with which key, for how much a day. */
export const LlmForm = ({ settings }: { settings: LlmSettings }) => {
  const isSetUp = settings.has_api_key || settings.base_url !== null;
  const [engine, setEngine] = useState<Engine>(
    settings.engine === 'llm' && (isSetUp || settings.server_default) ? 'llm' : 'local',
  );
  const save = useSaveLlm();
  const test = useTestLlm();
  const remove = useRemoveLlm();
  const errors = fieldErrors(save.error);
  const server = settings.server_default;
  return (
    <form
      className="grid gap-4"
      noValidate
      onSubmit={(event) => {
        save.mutate(bodyOf(submittedValues(event), engine), {
          onSuccess: () => {
            if (engine === 'llm') test.mutate();
            else toast.success('The built-in engine reads from now on.');
          },
        });
      }}
    >
      <Segmented label="Engine" value={engine} onChange={setEngine} options={ENGINES} />
      <p className="text-ink-muted" role="status">
        {settings.active.engine === 'llm'
          ? `Now in use: ${settings.active.model}.`
          : 'Now in use: the built-in engine.'}
      </p>
      {engine === 'llm' && (
        <>
          <Field
            label="Address"
            hint={
              server
                ? `Any OpenAI-compatible server. Empty: ${server.base_url}, as this server is set up.`
                : 'Any OpenAI-compatible server, with or without /v1. Empty: OpenRouter.'
            }
            error={errors['base_url']}
          >
            {(control) => (
              <Input
                {...control}
                name="base_url"
                type="url"
                spellCheck={false}
                placeholder={server?.base_url ?? 'https://openrouter.ai/api/v1'}
                defaultValue={settings.base_url ?? ''}
              />
            )}
          </Field>
          <Field label="Key" hint="Kept encrypted and never shown." error={errors['api_key']}>
            {(control) => <SecretInput {...control} name="api_key" has={settings.has_api_key} />}
          </Field>
          <Field label="Model" error={errors['model']}>
            {(control) => (
              <Input
                {...control}
                name="model"
                spellCheck={false}
                placeholder={server?.model ?? 'google/gemini-3.1-flash-lite-preview'}
                defaultValue={settings.model ?? ''}
              />
            )}
          </Field>
          <details className="grid gap-4 [&[open]>summary]:mb-4">
            <summary className="font-medium text-ink-muted hover:text-ink">
              Another model for a task
            </summary>
            <div className="grid gap-4 sm:grid-cols-2">
              {FEATURES.map((feature) => (
                <Field
                  key={feature}
                  label={FEATURE_WORDS[feature]}
                  error={errors[`models.${feature}`]}
                >
                  {(control) => (
                    <Input
                      {...control}
                      name={feature}
                      spellCheck={false}
                      placeholder="The model above"
                      defaultValue={settings.models[feature] ?? ''}
                    />
                  )}
                </Field>
              ))}
            </div>
          </details>
          <div className="grid gap-4 sm:grid-cols-3">
            <Dollars
              name="daily_limit_usd"
              label="Limit a day, US$"
              value={settings.daily_limit_usd}
              error={errors['daily_limit_usd']}
            />
            <Dollars
              name="input_usd_per_million"
              label="US$ per million read"
              value={settings.input_usd_per_million}
              error={errors['input_usd_per_million']}
            />
            <Dollars
              name="output_usd_per_million"
              label="US$ per million written"
              value={settings.output_usd_per_million}
              error={errors['output_usd_per_million']}
            />
          </div>
          <p className="text-ink-muted">
            Prices are needed only for servers that do not tell what an answer costs. When the limit
            is reached, the built-in engine goes on.
          </p>
        </>
      )}
      <FormError
        message={save.error && Object.keys(errors).length === 0 ? messageOf(save.error) : null}
      />
      <TestResult result={test.data} error={test.error} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" loading={save.isPending}>
          {engine === 'llm' ? 'Save and test' : 'Save'}
        </Button>
        {settings.active.engine === 'llm' && (
          <Button loading={test.isPending} onClick={() => test.mutate()}>
            Test
          </Button>
        )}
        {isSetUp && (
          <Button
            variant="danger-ghost"
            loading={remove.isPending}
            onClick={() =>
              remove.mutate(undefined, {
                onSuccess: () => toast.success('The model and its key are forgotten.'),
                onError: toast.error,
              })
            }
          >
            Forget the model
          </Button>
        )}
      </div>
    </form>
  );
};

const Dollars = ({
  name,
  label,
  value,
  error,
}: {
  name: string;
  label: string;
  value: number | null;
  error: string | undefined;
}) => (
  <Field label={label} error={error}>
    {(control) => (
      <Input
        {...control}
        name={name}
        type="number"
        min={0}
        step="any"
        inputMode="decimal"
        defaultValue={value ?? ''}
      />
    )}
  </Field>
);
