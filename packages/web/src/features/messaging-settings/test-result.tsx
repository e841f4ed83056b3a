import { CircleCheck, TriangleAlert } from 'lucide-react';
import { messageOf } from '../../lib/api.ts';

type Props = {
  /** What the provider said, or why it could not be asked. */
  result: { ok: boolean; message: string } | undefined;
  error: unknown;
};

/** One sentence under the test button: it works, or what is wrong and what to do. */
export const TestResult = ({ result, error }: Props) => {
  const said = error ? { ok: false, message: messageOf(error) } : result;
  if (!said) return null;
  return (
    <p
      role={said.ok ? 'status' : 'alert'}
      className={`flex items-start gap-2 rounded-md px-3 py-2 ${said.ok ? 'bg-success-soft text-success-text' : 'bg-danger-soft text-danger-text'}`}
    >
      {said.ok ? (
        <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0" />
      ) : (
        <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      )}
      <span className="[overflow-wrap:anywhere]">{said.message}</span>
    </p>
  );
};
