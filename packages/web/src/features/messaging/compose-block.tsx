import { Link } from '@tanstack/react-router';
import { Ban } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { useCan } from '../auth/auth.api.ts';
import type { Block, BlockFix } from './compose-blocks.ts';

/** Why nothing can be written here, and what to do about it. */
export const ComposeBlock = ({ block, contact_id }: { block: Block; contact_id: string }) => {
  const mayManage = useCan('settings:manage');
  const links: Record<BlockFix, ReactNode> = {
    contact: (
      <Link to="/contacts/$id" params={{ id: contact_id }}>
        Open the contact
      </Link>
    ),
    compliance: mayManage && (
      <Link to="/settings/$section" params={{ section: 'compliance' }}>
        Open compliance
      </Link>
    ),
    simulator: <Link to="/simulator">Open the test phone</Link>,
    numbers: mayManage && (
      <Link to="/settings/$section" params={{ section: 'numbers' }}>
        Set up a number
      </Link>
    ),
    addresses: mayManage && (
      <Link to="/settings/$section" params={{ section: 'email' }}>
        Add an address
      </Link>
    ),
  };
  return (
    <div role="status" className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-3">
      <Ban aria-hidden className="size-4 shrink-0 text-warning-text" />
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-medium">{block.title}</p>
        <p className="text-ink-muted">{block.text}</p>
      </div>
      {block.fixes.map(
        (fix) =>
          links[fix] && (
            <Button key={fix} asChild size="sm">
              {links[fix]}
            </Button>
          ),
      )}
    </div>
  );
};
