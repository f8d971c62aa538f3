import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useToasts } from '@/components/toasts/toasts';
import { ApiProblem } from '@/lib/api/problem';
import { useOnce } from '@/lib/useOnce';
import { refreshNumbers } from '@/lib/numbers/numbersKey';

/** Changes a number once, says so, and shows what has come of it; also when somebody else was faster. */
export function useNumberAct<V>(run: (variables: V) => Promise<unknown>, done: string, onClose: () => void) {
  const client = useQueryClient();
  const toasts = useToasts();
  const [problem, setProblem] = useState<unknown>(null);
  const { send, isBusy } = useOnce({
    run,
    onDone: () => {
      refreshNumbers(client);
      toasts.show({ variant: 'success', title: done });
      onClose();
    },
    onRefused: (refusal) => {
      setProblem(refusal);
      if (refusal instanceof ApiProblem && [404, 409, 412].includes(refusal.status)) refreshNumbers(client);
    },
  });
  return {
    isBusy,
    problem,
    start: (variables: V) => {
      setProblem(null);
      send(variables);
    },
  };
}
