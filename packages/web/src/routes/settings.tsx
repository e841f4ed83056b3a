import { useParams } from '@tanstack/react-router';
import { SettingsPage } from '../features/settings/settings-page.tsx';

export const SettingsRoute = () => (
  <SettingsPage section={useParams({ from: '/signed-in/shell/settings/$section' }).section} />
);
