import type { ComponentProps } from 'react';
import { Input } from '../../ui/input.tsx';

/** A field for a secret, which the server never shows again: empty keeps what it has. */
export const SecretInput = ({ has, ...rest }: ComponentProps<typeof Input> & { has: boolean }) => (
  <Input
    type="password"
    autoComplete="new-password"
    spellCheck={false}
    maxLength={500}
    placeholder={has ? 'Saved. Type a new one to replace it.' : undefined}
    {...rest}
  />
);
