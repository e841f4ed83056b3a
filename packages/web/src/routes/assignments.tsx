import { getRouteApi } from '@tanstack/react-router';
import { AssignmentsPage } from '../features/assignments/assignments-page.tsx';

const route = getRouteApi('/signed-in/shell/contacts/assignments');

export const AssignmentsRoute = () => <AssignmentsPage search={route.useSearch()} />;
