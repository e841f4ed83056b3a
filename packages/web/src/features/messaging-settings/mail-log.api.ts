// What was mailed and kept here, and what came in, as the server knows it.
import type { EmailReceipt } from '@rapport/contract/email.api';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';

const PAGE_SIZE = 10;

export const keptMailsQuery = (page: number) =>
  queryOptions({
    queryKey: [...keys.keptMails, page],
    queryFn: ({ signal }) => client.listMails({ query: { page, page_size: PAGE_SIZE }, signal }),
    placeholderData: keepPreviousData,
  });

export type ReceiptFilter = EmailReceipt['outcome'] | 'all';

export const receiptsQuery = (outcome: ReceiptFilter, page: number) =>
  queryOptions({
    queryKey: [...keys.emailReceipts, outcome, page],
    queryFn: ({ signal }) =>
      client.listEmailReceipts({
        query: { page, page_size: PAGE_SIZE, ...(outcome === 'all' ? {} : { outcome }) },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
