import { useEffect } from 'react';

/** The title of the browser's tab: "Users – Switchboard". */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'Switchboard' : `${title} – Switchboard`;
  }, [title]);
}
