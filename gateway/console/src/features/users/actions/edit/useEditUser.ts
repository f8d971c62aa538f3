import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '@/lib/api/problem';
import type { EditUser, UserDetails } from '@/lib/api/schema';
import { showFieldErrors } from '@/lib/fieldErrors';
import { useOnce } from '@/lib/useOnce';
import { saveUser, type Conflict } from '@/lib/user/saveUser';
import type { ReadUser } from '@/lib/user/userDetails';
import { refreshUsers, showUser } from '../../userCache';
import { changesOf, editFields, editSchema, fieldOfCode, valuesOf, type EditForm } from './editForm';

/** The form, what it is based on, and what somebody else has done to that meanwhile. */
export function useEditUser(read: ReadUser, onSaved: (user: UserDetails) => void, onUnchanged: () => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [base, setBase] = useState(read);
  const [conflict, setConflict] = useState<Conflict>();
  const [problem, setProblem] = useState<unknown>(null);
  const schema = useMemo(() => editSchema(base.user, t), [base, t]);
  const form = useForm<EditForm>({ resolver: zodResolver(schema), defaultValues: valuesOf(base.user), mode: 'onTouched' });
  const { send, isBusy } = useOnce({
    run: ({ on, changes }: { on: ReadUser; changes: EditUser }) => saveUser(on, changes),
    onDone: (outcome) => {
      if ('conflict' in outcome) return setConflict(outcome.conflict);
      showUser(client, outcome.saved);
      onSaved(outcome.saved);
    },
    onRefused: (refusal) => {
      if (refusal instanceof ApiProblem && (refusal.status === 404 || refusal.status === 409)) refreshUsers(client);
      setProblem(showFieldErrors(refusal, form, editFields, t, fieldOfCode) ? null : refusal);
    },
  });
  const save = (on: ReadUser, changes: EditUser) => {
    setProblem(null);
    send({ on, changes });
  };

  /** From now on the form stands on their version. */
  const rebase = ({ fresh }: Conflict, own: Partial<EditForm>) => {
    setBase(fresh);
    setConflict(undefined);
    form.reset(valuesOf(fresh.user));
    for (const [field, value] of Object.entries(own)) form.setValue(field as keyof EditForm, value);
  };
  return {
    form,
    user: base.user,
    conflict,
    isBusy,
    problem,
    submit: form.handleSubmit((values) => {
      const changes = changesOf(base.user, values);
      if (Object.keys(changes).length === 0) onUnchanged();
      else save(base, changes);
    }),
    /** What one has typed is dropped; the form shows what is there now. */
    takeTheirs: () => conflict && rebase(conflict, {}),
    /** Only what one has changed oneself is saved, on their version. */
    keepMine: () => {
      if (conflict === undefined) return;
      rebase(conflict, ownValues(form.getValues(), conflict));
      save(conflict.fresh, conflict.mine);
    },
  };
}

/** What one has typed oneself; an address that is fixed by now is that of their version. */
function ownValues(values: EditForm, { mine, fresh }: Conflict): Partial<EditForm> {
  const fields = Object.keys(mine).filter((field) => field !== 'email' || fresh.user.state === 'INVITED');
  const own = Object.fromEntries(fields.map((field) => [field, values[field as keyof EditForm]]));
  return { ...own, ...('voicemailPin' in mine && { removePin: values.removePin }) };
}
