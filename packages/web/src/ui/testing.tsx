// What component tests share: the frame around every page, and a server that answers what a test says.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { onTestFinished, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { Toaster } from './toast.tsx';
import { TooltipProvider } from './tooltip.tsx';

/** Renders a part of the app. @param data what the query cache knows already, by query key */
export const renderPart = (part: ReactNode, data: [readonly string[], unknown][] = []) => {
  const queryClient = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } },
  });
  for (const [key, value] of data) queryClient.setQueryData(key, value);
  const Frame = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>
      <TooltipProvider>
        {children}
        <Toaster />
      </TooltipProvider>
    </QueryClientProvider>
  );
  return render(part, { wrapper: Frame });
};

export type Call = { method: string; path: string; body: unknown };

/** Stands in for the network until the test ends. @returns what was asked of it */
export const serve = (answer: (call: Call) => Response | Promise<Response>): Call[] => {
  const calls: Call[] = [];
  vi.stubGlobal('fetch', async (url: string, { method = 'GET', body }: RequestInit = {}) => {
    const call = { method, path: url, body: typeof body === 'string' ? JSON.parse(body) : null };
    calls.push(call);
    return answer(call);
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  return calls;
};

/** An error as the API words it. */
export const refusal = (status: number, code: string, message: string): Response =>
  Response.json({ error: { code, message, details: {} } }, { status });
