import { useQuery } from '@tanstack/react-query';
import { messageOf } from '../../lib/api.ts';
import { submittedValues } from '../../lib/form.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Field, FormError } from '../../ui/field.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { toast } from '../../ui/toast.tsx';
import { complianceQuery, useSaveCompliance } from './messaging-settings.api.ts';

/** What somebody gets who texts HELP. */
export const HelpAnswerCard = () => {
  const { data, error, refetch } = useQuery(complianceQuery);
  const save = useSaveCompliance();
  return (
    <Card title="Answer to HELP" hint="Sent to who texts HELP or INFO. Empty answers nothing.">
      {error ? (
        <ErrorState compact error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <form
          className="grid gap-4"
          onSubmit={(event) =>
            save.mutate(
              { help_message: submittedValues(event)['help_message'] ?? '' },
              { onSuccess: () => toast.success('Saved.') },
            )
          }
        >
          <Field label="Answer" hint="Say who you are, how to reach you, and that STOP ends it.">
            {(control) => (
              <Textarea
                {...control}
                name="help_message"
                maxLength={320}
                rows={3}
                defaultValue={data.help_message}
              />
            )}
          </Field>
          <FormError message={save.error && messageOf(save.error)} />
          <Button
            type="submit"
            variant="primary"
            className="justify-self-start"
            loading={save.isPending}
          >
            Save
          </Button>
        </form>
      ) : (
        <SkeletonRows rows={2} />
      )}
    </Card>
  );
};
