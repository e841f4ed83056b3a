import { Outlet, useRouterState } from '@tanstack/react-router';
import { Toaster } from '../ui/toast.tsx';

/** A thin line on top while a page is being fetched; late enough that fast pages never show it. */
const LoadingBar = () => {
  const isLoading = useRouterState({ select: (state) => state.isLoading });
  return (
    <div
      aria-hidden
      className={
        isLoading
          ? 'fixed inset-x-0 top-0 z-50 h-0.5 overflow-hidden opacity-100 transition-opacity delay-150'
          : 'fixed inset-x-0 top-0 z-50 h-0.5 overflow-hidden opacity-0'
      }
    >
      <div className="h-full w-1/3 animate-slide bg-accent" />
    </div>
  );
};

/** Around every page, signed in or not. */
export const Root = () => (
  <>
    <LoadingBar />
    <Outlet />
    <Toaster />
  </>
);
