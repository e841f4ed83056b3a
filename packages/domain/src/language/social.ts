// Tells a chat between friends from a conversation with a business: friends have no stage and no open orders.

import type { PlainTurn } from './plain-turns.ts';

/** Shorter conversations are never called social: there is too little to tell. */
const MIN_MESSAGES = 16;
const BUSINESS =
  /\b(?:appointments?|orders?|ordered|invoices?|quotes?|estimates?|prices?|pricing|bookings?|booked|reservations?|account|subscription|membership|customers?|clients?|refund|delivery|shipping|available|availability|schedule|scheduled|our team|our office|how (?:can|may) (?:i|we) help|payment|deposit|contract|policy|warranty|technician|demo|trial|cita|factura|pedido|rendez-vous|facture|termin|rechnung|angebot|consulta|orçamento)\b/i;

/**
 * True for a long conversation in which the other side hardly ever speaks of business.
 * @param turns - the conversation in order of time
 */
export function isSocial(turns: PlainTurn[]): boolean {
  if (turns.length < MIN_MESSAGES) return false;
  const outbound = turns.filter(({ turn }) => turn.direction === 'outbound');
  const business = outbound.filter(({ text }) => BUSINESS.test(text)).length;
  return outbound.length > 0 && business < outbound.length * 0.12;
}
