import { useState } from 'react';
import { ApiProblem } from '@/lib/api/problem';
import { changePlan } from '@/lib/user/changePlan';
import { useOnce } from '@/lib/useOnce';
import type { Advised } from './usage';

/** What has come of one row; no problem: the plan is changed. */
export interface Outcome {
  row: Advised;
  problem?: unknown;
}

/** Changes the plans one by one, as one quote said and was agreed to; a refused row does not stop the others, the end of the session does. */
export function useChangePlans(rows: readonly Advised[], onDone: (outcomes: Outcome[]) => void) {
  const [number, setNumber] = useState(1);
  const run = async (): Promise<Outcome[]> => {
    const outcomes: Outcome[] = [];
    let ended: unknown;
    for (const [index, row] of rows.entries()) {
      setNumber(index + 1);
      if (ended !== undefined) {
        outcomes.push({ row, problem: ended });
        continue;
      }
      try {
        await changePlan(row.userId, row.advice.plan);
        outcomes.push({ row });
      } catch (problem) {
        outcomes.push({ row, problem });
        if (problem instanceof ApiProblem && problem.status === 401) ended = problem;
      }
    }
    return outcomes;
  };
  const { send, isBusy } = useOnce({ run, onDone, onRefused: (problem) => onDone(rows.map((row) => ({ row, problem }))) });
  return { start: () => send(undefined), isBusy, number };
}
