import type { Call } from '@rapport/contract/calls.api';
import { PhoneIncoming, PhoneMissed, PhoneOutgoing, Voicemail } from 'lucide-react';

/** Which way a call went, and whether it was missed; the words beside it say the same. */
export const CallIcon = ({ call, className }: { call: Call; className?: string | undefined }) => {
  const { direction, outcome } = call;
  if (outcome === 'voicemail') return <Voicemail aria-hidden className={className} />;
  if (direction === 'outbound') return <PhoneOutgoing aria-hidden className={className} />;
  if (outcome === 'missed') return <PhoneMissed aria-hidden className={className} />;
  return <PhoneIncoming aria-hidden className={className} />;
};
