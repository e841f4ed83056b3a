import { useQuery } from '@tanstack/react-query';
import { Card } from '../../ui/card.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { enrichmentSettingsQuery, llmQuery } from './ai-settings.api.ts';
import { AutomaticForm } from './automatic-form.tsx';
import { LlmForm } from './llm-form.tsx';
import { UsageCard } from './usage-card.tsx';

/** Who reads conversations, when without being asked, and what it costs. */
export const AiSection = () => {
  const llm = useQuery(llmQuery);
  const automatic = useQuery(enrichmentSettingsQuery);
  return (
    <>
      <Card
        title="Engine"
        hint="The built-in engine works offline and costs nothing. A language model understands more; what it says is checked in the same way."
      >
        {llm.error ? (
          <ErrorState compact error={llm.error} onRetry={() => void llm.refetch()} />
        ) : llm.data ? (
          <LlmForm key={JSON.stringify(llm.data.has_api_key)} settings={llm.data} />
        ) : (
          <SkeletonRows rows={4} />
        )}
      </Card>
      <Card
        title="Without being asked"
        hint="Only contacts without a name are read by themselves. What a person typed is never changed."
      >
        {automatic.error ? (
          <ErrorState compact error={automatic.error} onRetry={() => void automatic.refetch()} />
        ) : automatic.data ? (
          <AutomaticForm settings={automatic.data} />
        ) : (
          <SkeletonRows rows={2} />
        )}
      </Card>
      <UsageCard />
    </>
  );
};
