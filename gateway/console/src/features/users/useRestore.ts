import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem } from '@/lib/api/problem';
import type { Quote } from '@/lib/api/schema';
import { useOnce } from '@/lib/useOnce';
import { restoreUser } from './restoreUser';
import { refreshUsers } from './userCache';

interface Ends {
  onRestored: () => void;
  /** The time for undoing is over. */
  onTooLate: () => void;
}

/** D6: undoes a deletion, with consent to a price where the slot that was kept is somebody else's by now (402). */
export function useRestore(userId: string, { onRestored, onTooLate }: Ends) {
  const client = useQueryClient();
  const [quote, setQuote] = useState<Quote>();
  const [problem, setProblem] = useState<unknown>(null);
  const end = (tell: () => void) => {
    setQuote(undefined);
    refreshUsers(client);
    tell();
  };
  const { send, isBusy } = useOnce({
    run: (acceptCharges: boolean) => restoreUser(userId, acceptCharges),
    onDone: () => end(onRestored),
    onRefused: (refusal) => {
      if (!(refusal instanceof ApiProblem)) return setProblem(refusal);
      if (refusal.status === 402 && refusal.quote !== undefined) return setQuote(refusal.quote);
      // Somebody else has undone it, or a try of one's own whose answer was lost.
      if (refusal.code === 'user.state-conflict') return end(onRestored);
      if (refusal.status === 410 || refusal.status === 404) return end(onTooLate);
      setProblem(refusal);
    },
  });
  const restore = (acceptCharges: boolean) => {
    setProblem(null);
    send(acceptCharges);
  };
  return {
    restore: () => restore(false),
    accept: () => restore(true),
    decline: () => {
      setQuote(undefined);
      setProblem(null);
    },
    quote,
    problem,
    isBusy,
  };
}
