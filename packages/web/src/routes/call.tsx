import { getRouteApi } from '@tanstack/react-router';
import { CallPage } from '../features/calls/call-page.tsx';

const route = getRouteApi('/signed-in/shell/calls/$id');

export const CallRoute = () => {
  const { id } = route.useParams();
  return <CallPage key={id} id={id} />;
};
