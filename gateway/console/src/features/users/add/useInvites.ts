import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ApiProblem } from '@/lib/api/problem';
import type { User } from '@/lib/api/schema';
import { IdempotencyKey } from '@/lib/idempotency';
import { inviteUser } from '../inviteUser';
import { usersKey } from '@/lib/user/usersKey';
import type { Row } from './rows';

export interface Send {
  /** The id of the row, by which its Idempotency-Key is kept over tries. */
  id: string;
  row: Row;
  acceptCharges: boolean;
}

export type Outcome = { id: string; row: Row; user: User } | { id: string; row: Row; problem: unknown };

/** Sends the rows one by one; a refused row does not stop the others (C3), the end of the session does. */
export function useInvites() {
  const client = useQueryClient();
  const keys = useRef(new Map<string, IdempotencyKey>());
  const [progress, setProgress] = useState<{ done: number; all: number }>();

  const keyOf = (id: string) => {
    const key = keys.current.get(id) ?? new IdempotencyKey();
    keys.current.set(id, key);
    return key;
  };

  const sendOne = async ({ id, row, acceptCharges }: Send): Promise<Outcome> => {
    const key = keyOf(id);
    const request = { ...row, acceptCharges };
    try {
      const user = await inviteUser(request, key.for(request));
      key.settled();
      return { id, row, user };
    } catch (problem) {
      if (!(problem instanceof ApiProblem && problem.outcomeUnknown)) key.settled();
      return { id, row, problem };
    }
  };

  const send = async (sends: readonly Send[]): Promise<Outcome[]> => {
    const outcomes: Outcome[] = [];
    for (const one of sends) {
      setProgress({ done: outcomes.length, all: sends.length });
      const outcome = await sendOne(one);
      outcomes.push(outcome);
      if ('problem' in outcome && outcome.problem instanceof ApiProblem && outcome.problem.status === 401) break;
    }
    setProgress(undefined);
    await client.invalidateQueries({ queryKey: usersKey });
    return outcomes;
  };
  return { send, progress };
}
