import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ApiProblem } from '@/lib/api/problem';
import type { Session, SignUp } from '@/lib/api/schema';
import { IdempotencyKey } from '@/lib/idempotency';
import { paths } from '@/lib/paths';
import { beginSession } from '@/lib/session';
import { signIn } from '@/lib/signIn';
import { createAccount } from './createAccount';

/** Creates the account, signs its admin in and goes to the users; when only the sign-in fails, to the sign-in page. */
export function useSignUp(onRefused: (problem: Error) => void) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [key] = useState(() => new IdempotencyKey());
  return useMutation({
    mutationFn: async (form: SignUp): Promise<Session | undefined> => {
      await createAccount(form, key.for(form));
      key.settled();
      try {
        return await signIn(form.admin);
      } catch (problem) {
        if (problem instanceof ApiProblem) return undefined;
        throw problem;
      }
    },
    onSuccess: (session, form) => {
      if (session === undefined) {
        return navigate(paths.signIn, { replace: true, state: { registered: { email: form.admin.email } } });
      }
      beginSession(client, session);
      return navigate(paths.users, { replace: true });
    },
    onError: (problem) => {
      if (!(problem instanceof ApiProblem && problem.outcomeUnknown)) key.settled();
      onRefused(problem);
    },
  });
}
