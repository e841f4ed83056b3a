export { ImportPage as ImportRoute } from '../features/transfer/import-page.tsx';
