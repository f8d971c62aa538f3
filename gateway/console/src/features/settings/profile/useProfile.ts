import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { EditUser } from '@/lib/api/schema';
import { showFieldErrors } from '@/lib/fieldErrors';
import { refreshSession } from '@/lib/session';
import { useOnce } from '@/lib/useOnce';
import { saveUser, type Conflict, type Saved } from '@/lib/user/saveUser';
import type { ReadUser } from '@/lib/user/userDetails';
import { changesOf, fieldOfCode, isProfileField, profileFields, profileSchema, valuesOf, type Profile } from './profileForm';

/** The own profile, what it is based on, and what somebody else, such as an admin, has done to that meanwhile. */
export function useProfile(read: ReadUser, onSaved: () => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [base, setBase] = useState(read);
  const [conflict, setConflict] = useState<Conflict>();
  const [problem, setProblem] = useState<unknown>(null);
  const schema = useMemo(() => profileSchema(base.user, t), [base, t]);
  const form = useForm<Profile>({ resolver: zodResolver(schema), defaultValues: valuesOf(base.user), mode: 'onTouched' });

  const standOn = (fresh: ReadUser) => {
    setBase(fresh);
    setConflict(undefined);
    form.reset(valuesOf(fresh.user));
  };
  const { send, isBusy } = useOnce({
    run: ({ on, changes }: { on: ReadUser; changes: EditUser }) => saveProfile(on, changes),
    onDone: (outcome) => {
      setProblem(null);
      if ('conflict' in outcome) return setConflict(outcome.conflict);
      standOn({ user: outcome.saved, etag: `"${outcome.saved.version}"` });
      // The own name stands at the top of the page and in the list of users.
      void client.invalidateQueries({ queryKey: ['users'] });
      void refreshSession(client);
      return onSaved();
    },
    onRefused: (refusal) => setProblem(showFieldErrors(refusal, form, profileFields, t, fieldOfCode) ? null : refusal),
  });
  return {
    form,
    user: base.user,
    conflict,
    isBusy,
    problem,
    submit: form.handleSubmit((values) => {
      const changes = changesOf(base.user, values);
      if (Object.keys(changes).length === 0) standOn(base);
      else send({ on: base, changes });
    }),
    undo: () => standOn(base),
    /** What one has typed is dropped; the form shows what is there now. */
    takeTheirs: () => conflict && standOn(conflict.fresh),
    /** Only what one has changed oneself is saved, on their version. */
    keepMine: () => {
      if (conflict === undefined) return;
      const typed = form.getValues();
      standOn(conflict.fresh);
      for (const field of profileFields) if (field in conflict.mine) form.setValue(field, typed[field], { shouldDirty: true });
      send({ on: conflict.fresh, changes: conflict.mine });
    },
  };
}

/** What has changed meanwhile and is not shown here, such as the PIN, needs no decision. */
async function saveProfile(on: ReadUser, changes: EditUser): Promise<Saved> {
  const outcome = await saveUser(on, changes);
  if ('saved' in outcome || outcome.conflict.theirs.some(({ field }) => isProfileField(field))) return outcome;
  return saveUser(outcome.conflict.fresh, outcome.conflict.mine);
}
