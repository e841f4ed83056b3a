import { useNavigate } from '@tanstack/react-router';
import { ArrowRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { classes } from '../../lib/classes.ts';
import { useTitle } from '../../lib/use-title.ts';
import { Button } from '../../ui/button.tsx';
import { Mark } from '../../ui/mark.tsx';
import { useMe } from '../auth/auth.api.ts';
import { EnrichStep } from './enrich-step.tsx';
import { HistoryStep } from './history-step.tsx';
import { SampleStep } from './sample-step.tsx';

const STEPS: { name: string; title: string; lead: string; content: () => ReactNode }[] = [
  {
    name: 'Import',
    title: 'Bring your history',
    lead: 'Drop a backup of your messages. Everybody you wrote with becomes a contact, with the whole conversation.',
    content: HistoryStep,
  },
  {
    name: 'Look around',
    title: 'Or look around first',
    lead: 'A sample workspace shows what Rapport does with some twenty invented people. One click removes it.',
    content: SampleStep,
  },
  {
    name: 'Enrich',
    title: 'Let it read for you',
    lead: 'Names, companies and e-mail addresses are often in the messages. Rapport fills what is empty, and shows the sentence it read each fact in.',
    content: EnrichStep,
  },
];

/** After the first sign-up: three steps, each of which may be skipped. */
export const WelcomePage = () => {
  const { organization } = useMe();
  const navigate = useNavigate();
  const [at, setAt] = useState(0);
  const step = STEPS[at] ?? STEPS[0]!;
  const isLast = at === STEPS.length - 1;
  const leave = () => void navigate({ to: '/contacts' });
  const Content = step.content;
  useTitle('Welcome');
  return (
    <main className="flex min-h-dvh flex-col items-center bg-surface px-4 pt-[8vh] pb-10">
      <div className="grid w-full max-w-xl gap-6">
        <header className="flex items-center gap-2.5">
          <Mark className="size-6" />
          <span className="truncate font-semibold">{organization.name}</span>
          <Button variant="ghost" size="sm" className="ml-auto" onClick={leave}>
            Skip all
          </Button>
        </header>
        <ol aria-label="Steps" className="flex gap-2">
          {STEPS.map(({ name }, index) => (
            <li key={name} className="flex-1">
              <button
                type="button"
                aria-current={index === at ? 'step' : undefined}
                onClick={() => setAt(index)}
                className={classes(
                  'w-full border-t-2 pt-2 text-left font-medium',
                  index <= at ? 'border-accent' : 'border-line-strong',
                  index === at ? 'text-ink' : 'text-ink-muted',
                )}
              >
                {name}
              </button>
            </li>
          ))}
        </ol>
        <section
          aria-labelledby="step"
          className="grid gap-5 rounded-xl border border-line bg-raised p-6 shadow-card"
        >
          <div className="grid gap-1">
            <h1 id="step" className="text-xl font-semibold tracking-tight">
              {step.title}
            </h1>
            <p className="text-ink-muted">{step.lead}</p>
          </div>
          <Content />
        </section>
        <footer className="flex justify-between">
          <Button variant="ghost" disabled={at === 0} onClick={() => setAt(at - 1)}>
            Back
          </Button>
          <Button
            variant={isLast ? 'primary' : 'secondary'}
            onClick={isLast ? leave : () => setAt(at + 1)}
          >
            {isLast ? 'Go to contacts' : 'Next'} <ArrowRight aria-hidden />
          </Button>
        </footer>
      </div>
    </main>
  );
};
