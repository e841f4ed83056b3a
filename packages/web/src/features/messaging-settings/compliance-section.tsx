import { HelpAnswerCard } from './help-answer-card.tsx';
import { SuppressionsCard } from './suppressions-card.tsx';

/** Who must not be written to, and what HELP answers. */
export const ComplianceSection = () => (
  <>
    <SuppressionsCard />
    <HelpAnswerCard />
  </>
);
