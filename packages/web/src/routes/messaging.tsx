import { getRouteApi, useParams } from '@tanstack/react-router';
import { MessagingPage } from '../features/messaging/messaging-page.tsx';

const route = getRouteApi('/signed-in/shell/messaging');

export const MessagingRoute = () => {
  const { contactId } = useParams({ strict: false });
  return <MessagingPage contact_id={contactId ?? null} search={route.useSearch()} />;
};
