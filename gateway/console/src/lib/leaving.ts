import { useEffect, useState } from 'react';

/**
 * An address elsewhere that the browser may be sent to.
 *
 * @throws Error when it is not one of the web: `javascript:` and the like would run here
 */
export function webAddress(address: string): string {
  const { protocol, href } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error(`${protocol} is no address of the web`);
  return href;
}

/** Leaves the console for a page of somebody else, such as the payment provider's. */
export function useLeaving(): { leave: (address: string) => void; isLeaving: boolean } {
  const [isLeaving, setLeaving] = useState(false);
  useEffect(() => {
    // The browser's Back may show this page again as it was left.
    const back = () => setLeaving(false);
    window.addEventListener('pageshow', back);
    return () => window.removeEventListener('pageshow', back);
  }, []);
  return {
    isLeaving,
    leave: (address) => {
      setLeaving(true);
      window.location.assign(webAddress(address));
    },
  };
}
