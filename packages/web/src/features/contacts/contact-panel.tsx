import { lazy, type ReactNode, Suspense } from 'react';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Tabs } from '../../ui/tabs.tsx';

// Fetched beside the page, as the notes themselves are.
const loadNotes = () => import('../notes/notes-panel.tsx');
void loadNotes().catch(() => {}); // shown by the page's error state when it is drawn
const NotesPanel = lazy(async () => ({ default: (await loadNotes()).NotesPanel }));

// The tabs behind the first one are loaded when they are opened.
const TodosPanel = lazy(async () => ({
  default: (await import('../todos/todos-panel.tsx')).TodosPanel,
}));
const ActivityPanel = lazy(async () => ({
  default: (await import('../notes/activity-panel.tsx')).ActivityPanel,
}));

export type PanelTab = 'notes' | 'todos' | 'activity';

const Later = ({ children }: { children: ReactNode }) => (
  <Suspense fallback={<SkeletonRows rows={4} />}>{children}</Suspense>
);

type Props = {
  contact_id: string;
  tab: PanelTab;
  onTab: (tab: PanelTab) => void;
  /** Whether the form of the open tab (a new note, a new todo) is open. */
  isWriting: boolean;
  onWriting: (on: boolean) => void;
};

/** What was noted, what is to be done, what happened. */
export const ContactPanel = ({ contact_id, tab, onTab, isWriting, onWriting }: Props) => {
  const form = { contact_id, isWriting, onWriting };
  return (
    <Tabs
      label="Notes, todos and activity"
      className="h-full *:first:h-12"
      value={tab}
      onChange={onTab}
      tabs={[
        {
          value: 'notes',
          label: 'Notes',
          content: (
            <Later>
              <NotesPanel {...form} />
            </Later>
          ),
        },
        {
          value: 'todos',
          label: 'Todos',
          content: (
            <Later>
              <TodosPanel {...form} />
            </Later>
          ),
        },
        {
          value: 'activity',
          label: 'Activity',
          content: (
            <Later>
              <ActivityPanel contact_id={contact_id} />
            </Later>
          ),
        },
      ]}
    />
  );
};
