// A suppression as the API shows it.
import type { suppression } from '@rapport/contract/suppressions.api';
import type { z } from 'zod';

export const presentSuppression = (row: {
  id: string;
  channel: string;
  address: string;
  reason: string;
  keyword: string | null;
  created_at: Date;
}): z.input<typeof suppression> => ({
  ...row,
  channel: row.channel as 'sms',
  reason: row.reason as 'keyword',
});
