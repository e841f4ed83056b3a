export { SignUpPage as SignUpRoute } from '../features/auth/sign-up-page.tsx';
