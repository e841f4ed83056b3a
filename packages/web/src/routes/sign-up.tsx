export const SignUpRoute = () => null;
