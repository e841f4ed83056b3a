import { useParams } from '@tanstack/react-router';
import { InvitePage } from '../features/auth/invite-page.tsx';

export const InviteRoute = () => <InvitePage token={useParams({ from: '/invite/$token' }).token} />;
