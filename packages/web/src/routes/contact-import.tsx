import { getRouteApi } from '@tanstack/react-router';
import { ContactImportPage } from '../features/transfer/contact-import-page.tsx';

const route = getRouteApi('/signed-in/shell/import/contacts/$id');

export const ContactImportRoute = () => {
  const { id } = route.useParams();
  return <ContactImportPage key={id} id={id} />;
};
