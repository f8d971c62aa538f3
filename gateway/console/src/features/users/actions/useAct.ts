import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem } from '@/lib/api/problem';
import { useCountdown } from '@/lib/useCountdown';
import { useOnce } from '@/lib/useOnce';
import { refreshUsers } from '../userCache';

export interface Act {
  start: () => void;
  isBusy: boolean;
  /** Why it was refused; goes once the wait that came with it is over. */
  problem: unknown;
  /** Seconds until another try makes sense (Retry-After). */
  wait: number;
}

/** The act of a dialog: told when refused, patient where the API asks for it. */
export function useAct<R>(run: () => Promise<R>, onDone: (result: R) => void): Act {
  const client = useQueryClient();
  const pause = useCountdown();
  const [problem, setProblem] = useState<unknown>(null);
  const { send, isBusy } = useOnce<undefined, R>({
    run,
    onDone,
    onRefused: (refusal) => {
      setProblem(refusal);
      if (!(refusal instanceof ApiProblem)) return;
      if (refusal.status === 429) pause.start(refusal.retryAfter ?? 1);
      // The row says something that is no longer so.
      if (refusal.status === 404 || refusal.status === 409) refreshUsers(client);
    },
  });
  const isOver = problem instanceof ApiProblem && problem.status === 429 && pause.left === 0;
  return {
    start: () => {
      if (pause.left > 0) return;
      setProblem(null);
      send(undefined);
    },
    isBusy,
    problem: isOver ? null : problem,
    wait: pause.left,
  };
}
