export const WelcomeRoute = () => null;
