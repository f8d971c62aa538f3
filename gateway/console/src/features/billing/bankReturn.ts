import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';

/** In the storage of this tab: the statement whose payment is being confirmed at the bank's page. */
const KEY = 'payment-at-bank';
/** What the provider may add to the address when it sends the browser back. */
const ADDED = 'payment_intent';

export function noteAtBank(statementId: string): void {
  sessionStorage.setItem(KEY, statementId);
}

/** Whether this page of a statement was opened by coming back from the bank's page; for as long as it is open. */
export function useBankReturn(statementId: string): boolean {
  const [parameters, setParameters] = useSearchParams();
  const [isBack] = useState(() => parameters.has(ADDED) || sessionStorage.getItem(KEY) === statementId);
  useEffect(() => {
    sessionStorage.removeItem(KEY);
    // A secret of the payment may be among it, which is not to stay in the address.
    if (parameters.has(ADDED)) setParameters({}, { replace: true });
  }, [parameters, setParameters]);
  return isBack;
}
