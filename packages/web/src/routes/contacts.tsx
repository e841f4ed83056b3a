import { getRouteApi } from '@tanstack/react-router';
import { ContactsPage } from '../features/contacts/contacts-page.tsx';

const route = getRouteApi('/signed-in/shell/contacts');

export const ContactsRoute = () => <ContactsPage search={route.useSearch()} />;
