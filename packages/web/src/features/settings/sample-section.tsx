import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { useMe } from '../auth/auth.api.ts';
import { LoadSample } from '../transfer/load-sample.tsx';
import { useRemoveSample } from '../transfer/sample.api.ts';

/** The invented people: bring them in, or take them out again. Own contacts are never touched. */
export const SampleSection = () => {
  const { has_sample } = useMe();
  const remove = useRemoveSample();
  return (
    <Card
      title="Sample data"
      hint="Invented people and conversations to look around with. Your own contacts are never touched."
    >
      {has_sample ? (
        <Button loading={remove.isPending} onClick={() => remove.mutate()}>
          Remove sample people
        </Button>
      ) : (
        <LoadSample />
      )}
    </Card>
  );
};
