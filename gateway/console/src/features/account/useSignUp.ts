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

/**
 * Creates the account, signs its admin in and goes to the users; when only the sign-in fails, to the
 * sign-in page. `problem` is what could not be said at a field.
 */
export function useSignUp(showAtFields: (problem: Error) => boolean) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [key] = useState(() => new IdempotencyKey());
  const [problem, setProblem] = useState<Error>();
  const { mutate, isPending } = useMutation({
    onMutate: () => setProblem(undefined),
    mutationFn: async (form: SignUp): Promise<Session | undefined> => {
      await createAccount(form, key.for(form));
      key.settled();
      try {
        return await signIn({ email: form.admin.email, password: form.admin.password });
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
    onError: (refusal) => {
      if (!(refusal instanceof ApiProblem && refusal.outcomeUnknown)) key.settled();
      if (!showAtFields(refusal)) setProblem(refusal);
    },
  });
  return { send: mutate, isSending: isPending, problem };
}
