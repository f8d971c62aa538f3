import { useState } from 'react';
import { ApiProblem } from '@/lib/api/problem';
import { IdempotencyKey } from '@/lib/idempotency';
import { useAct, type Act } from './useAct';

/** An act that sends a mail: repeated after an unknown outcome it sends no second one (I15). */
export function useMailAct(send: (key: string) => Promise<void>, onDone: () => void): Act {
  const [key] = useState(() => new IdempotencyKey());
  return useAct(async () => {
    try {
      await send(key.for('mail'));
      key.settled();
    } catch (problem) {
      if (!(problem instanceof ApiProblem && problem.outcomeUnknown)) key.settled();
      throw problem;
    }
  }, onDone);
}
