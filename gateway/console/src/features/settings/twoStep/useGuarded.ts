import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm, type DefaultValues, type FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '@/lib/api/problem';
import { showFieldErrors } from '@/lib/fieldErrors';
import { refreshSession } from '@/lib/session';
import { useOnce } from '@/lib/useOnce';
import { useWait } from '@/lib/useWait';
import { twoStepQuery } from './twoStep';

const fieldOfCode = { 'password.wrong': 'password', 'two-step.code-wrong': 'code' };

/** An act that asks for the password or a code: a wrong one is told at its field, and too many make it wait (A3). */
export function useGuarded<F extends FieldValues, R>(empty: DefaultValues<F>, run: (typed: F) => Promise<R>, onDone: (result: R) => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const wait = useWait();
  const [problem, setProblem] = useState<unknown>(null);
  const form = useForm<F>({ defaultValues: empty });
  const refresh = () => {
    void client.invalidateQueries({ queryKey: twoStepQuery.queryKey });
    void client.invalidateQueries({ queryKey: ['own-sessions'] });
    void refreshSession(client);
  };
  const { send, isBusy } = useOnce({
    run,
    onDone: (result) => {
      setProblem(null);
      onDone(result);
      refresh();
    },
    onRefused: (refusal) => {
      wait.noteProblem(refusal);
      // What is shown is no longer so.
      if (refusal instanceof ApiProblem && refusal.status === 409) refresh();
      setProblem(showFieldErrors(refusal, form, Object.keys(empty), t, fieldOfCode) ? null : refusal);
    },
  });
  return {
    form,
    isBusy,
    problem,
    wait,
    submit: form.handleSubmit((typed) => {
      if (!wait.isOn) send(typed);
    }),
  };
}
