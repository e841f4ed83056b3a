export const ImportRoute = () => null;
