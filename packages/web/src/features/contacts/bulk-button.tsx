import type { ReactNode } from 'react';
import { Button, type ButtonProps } from '../../ui/button.tsx';

type Props = Omit<ButtonProps, 'children'> & { icon: ReactNode; label: string };

/** An action of the bulk bar: icon and word, on a phone the icon alone. */
export const BulkButton = ({ icon, label, variant = 'ghost', ...rest }: Props) => (
  <Button variant={variant} className="max-md:w-10 max-md:px-0!" {...rest}>
    {icon}
    <span className="max-md:sr-only">{label}</span>
  </Button>
);
