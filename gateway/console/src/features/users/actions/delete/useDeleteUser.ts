import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useToasts } from '@/components/toasts/toasts';
import { ApiProblem } from '@/lib/api/problem';
import type { DeleteUser, User } from '@/lib/api/schema';
import { showFieldErrors } from '@/lib/fieldErrors';
import { useOnce } from '@/lib/useOnce';
import { hideUser, refreshUsers } from '../../userCache';
import { deleteUser } from './deleteUser';
import { deletionSchema, emptyDeletion, requestOf, type DeletionForm } from './deletion';
import { deletedToast } from './deletedToast';

/** The choices of a deletion, and the deletion itself. */
export function useDeleteUser(user: User, onClose: () => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const toasts = useToasts();
  const [problem, setProblem] = useState<unknown>(null);
  const isTried = useRef(false);
  const schema = useMemo(() => deletionSchema(t), [t]);
  const form = useForm<DeletionForm>({ resolver: zodResolver(schema), defaultValues: emptyDeletion });

  const done = () => {
    hideUser(client, user.id);
    toasts.show(deletedToast(user, t));
    onClose();
  };
  const { send, isBusy } = useOnce({
    run: (request: DeleteUser) => deleteUser(user.id, request),
    onDone: done,
    onRefused: (refusal) => {
      if (!(refusal instanceof ApiProblem)) return setProblem(refusal);
      // A try whose answer was lost had taken effect.
      if (refusal.status === 404 && isTried.current) return done();
      isTried.current ||= refusal.outcomeUnknown;
      if (refusal.status === 404 || refusal.status === 409) refreshUsers(client);
      setProblem(showFieldErrors(refusal, form, ['messagesTo', 'numbersTo'], t) ? null : refusal);
    },
  });
  return {
    form,
    isBusy,
    problem,
    submit: form.handleSubmit((values) => {
      setProblem(null);
      send(requestOf(values));
    }),
  };
}
