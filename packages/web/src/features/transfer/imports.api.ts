// Imports as the server knows them, and the queue of files on their way to it.
import type { HistoryImport } from '@rapport/contract/transfer.api';
import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';
import { createUploadQueue } from './upload-queue.ts';
import { upload } from './upload.ts';

/** Events say how far an import is; this is for when they do not come. */
const POLL = 3_000;

export const isActive = ({ status }: HistoryImport): boolean =>
  status === 'queued' || status === 'running';

/** All imports, newest first. */
export const importsQuery = queryOptions({
  queryKey: keys.importList,
  queryFn: async ({ signal }) => (await client.listImports({ signal })).imports,
  refetchInterval: ({ state }) => (state.data?.some(isActive) ? POLL : false),
});

/** The rows that could not be read: the first 1,000, and how many there are. */
export const rejectionsQuery = (import_id: string) =>
  queryOptions({
    queryKey: keys.rejections(import_id),
    queryFn: ({ signal }) => client.listRejections({ params: { import_id }, signal }),
  });

const putFirst = (queryClient: QueryClient, changed: HistoryImport) =>
  queryClient.setQueryData(importsQuery.queryKey, (imports = []) =>
    imports.some(({ id }) => id === changed.id)
      ? imports.map((one) => (one.id === changed.id ? changed : one))
      : [changed, ...imports],
  );

/** Says which participants are the organization's own people. */
export const useAnswerImport = (import_id: string) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (own_names: string[]) =>
      client.answerImport({ params: { import_id }, body: { own_names } }),
    onSuccess: (changed) => putFirst(queryClient, changed),
  });
};

export const useCancelImport = (import_id: string) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => client.cancelImport({ params: { import_id } }),
    onSuccess: (changed) => putFirst(queryClient, changed),
  });
};

/** Starts loading the sample workspace, as an import like any other. */
export const useLoadSample = () => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => client.loadSample(),
    onSuccess: (started) => putFirst(queryClient, started),
  });
};

let queueOf: { queryClient: QueryClient; queue: ReturnType<typeof createUploadQueue> } | null =
  null;

/** One queue for the page's whole life. */
const sharedQueue = (queryClient: QueryClient) => {
  if (queueOf?.queryClient !== queryClient)
    queueOf = {
      queryClient,
      queue: createUploadQueue(upload, (started) => putFirst(queryClient, started)),
    };
  return queueOf.queue;
};

/** The files on their way, and what can be done with them. Leaving the site meanwhile asks first. */
export const useUploads = () => {
  const queryClient = useQueryClient();
  const [queue] = useState(() => sharedQueue(queryClient));
  const files = useSyncExternalStore(queue.subscribe, queue.list);
  const isBusy = files.some(({ state }) => state !== 'failed');
  useEffect(() => {
    if (!isBusy) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isBusy]);
  return { files, add: queue.add, retry: queue.retry, remove: queue.remove };
};
