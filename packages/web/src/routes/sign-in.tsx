export const SignInRoute = () => null;
