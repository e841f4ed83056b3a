import { getRouteApi } from '@tanstack/react-router';
import { ContactPage } from '../features/contacts/contact-page.tsx';

const route = getRouteApi('/signed-in/shell/contacts/$id');

export const ContactRoute = () => {
  const { id } = route.useParams();
  return <ContactPage key={id} id={id} />;
};
