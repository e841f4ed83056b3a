import { useSearch } from '@tanstack/react-router';
import { SignInPage } from '../features/auth/sign-in-page.tsx';

export const SignInRoute = () => <SignInPage next={useSearch({ from: '/sign-in' }).next} />;
