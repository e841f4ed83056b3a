export { SimulatorPage as SimulatorRoute } from '../features/simulator/simulator-page.tsx';
