import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useToasts } from '@/components/toasts/toasts';
import type { User } from '@/lib/api/schema';
import { showFieldErrors } from '@/lib/fieldErrors';
import { fullName } from '@/lib/format';
import { useOnce } from '@/lib/useOnce';
import { z } from '@/lib/zod';
import { showUser } from '../../userCache';
import { saveExtension, type ReadExtension } from './extensionOf';

/** The form of one extension, and what somebody else has made of it meanwhile. */
export function useExtension(user: User, read: ReadExtension, onClose: () => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const toasts = useToasts();
  const [base, setBase] = useState(read);
  const [conflict, setConflict] = useState<ReadExtension>();
  const [problem, setProblem] = useState<unknown>(null);
  const schema = useMemo(() => extensionSchema(t), [t]);
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { extension: read.extension } });
  const { send, isBusy } = useOnce({
    run: ({ on, extension }: { on: ReadExtension; extension: string }) => saveExtension(user.id, on, extension),
    onDone: (outcome) => {
      if ('conflict' in outcome) return setConflict(outcome.conflict);
      showUser(client, { ...user, extension: outcome.saved });
      toasts.show({ variant: 'success', title: t('extension.saved', { name: fullName(user), extension: outcome.saved }) });
      onClose();
    },
    onRefused: (refusal) => setProblem(showFieldErrors(refusal, form, ['extension'], t) ? null : refusal),
  });

  const save = (on: ReadExtension, extension: string) => {
    if (extension === on.extension) return onClose();
    setProblem(null);
    send({ on, extension });
  };
  const rebase = (fresh: ReadExtension) => {
    setBase(fresh);
    setConflict(undefined);
  };
  return {
    form,
    before: base.extension,
    conflict,
    isBusy,
    problem,
    submit: form.handleSubmit(({ extension }) => save(base, extension)),
    keepMine: () => {
      if (conflict === undefined) return;
      rebase(conflict);
      save(conflict, form.getValues('extension').trim());
    },
    takeTheirs: () => {
      if (conflict === undefined) return;
      rebase(conflict);
      form.reset({ extension: conflict.extension });
      showUser(client, { ...user, extension: conflict.extension });
    },
  };
}

function extensionSchema(t: TFunction) {
  return z.object({ extension: z.string().trim().regex(/^[1-9]\d{2,5}$/, t('problems.extension_format')) });
}
