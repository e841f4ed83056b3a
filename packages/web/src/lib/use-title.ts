import { useEffect } from 'react';

/** Names the browser tab: "Contacts · Rapport". */
export const useTitle = (title: string): void => {
  useEffect(() => {
    document.title = title === '' ? 'Rapport' : `${title} · Rapport`;
  }, [title]);
};
