export { ImportPage as ImportRoute } from '../features/imports/import-page.tsx';
