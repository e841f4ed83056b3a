import { Users } from 'lucide-react';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';

export const ContactsRoute = () => (
  <Page title="Contacts">
    <EmptyState icon={<Users />} title="No contacts yet" />
  </Page>
);
