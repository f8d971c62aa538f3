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
import type { LinePart } from '@/lib/user/linePart';
import { useLinePart } from '@/lib/user/useLinePart';
import { z } from '@/lib/zod';
import { showUser } from '../../userCache';
import { extensionOf } from './extensionOf';

/** The form of one extension, and what somebody else has made of it meanwhile. */
export function useExtension(user: User, read: LinePart<string>, onClose: () => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const toasts = useToasts();
  const [problem, setProblem] = useState<unknown>(null);
  const schema = useMemo(() => extensionSchema(t), [t]);
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { extension: read.value } });
  const part = useLinePart({
    read,
    line: extensionOf(user.id),
    onSaved: ({ value }) => {
      showUser(client, { ...user, extension: value });
      toasts.show({ variant: 'success', title: t('extension.saved', { name: fullName(user), extension: value }) });
      onClose();
    },
    onRefused: (refusal) => setProblem(showFieldErrors(refusal, form, ['extension'], t) ? null : refusal),
  });
  return {
    form,
    before: part.base.value,
    conflict: part.conflict?.value,
    isBusy: part.isBusy,
    problem,
    submit: form.handleSubmit(({ extension }) => {
      if (extension === part.base.value) return onClose();
      setProblem(null);
      part.save(extension);
    }),
    keepMine: () => {
      setProblem(null);
      part.saveOnTop(form.getValues('extension').trim());
    },
    takeTheirs: () => {
      const { value } = part.takeTheirs();
      form.reset({ extension: value });
      showUser(client, { ...user, extension: value });
    },
  };
}

function extensionSchema(t: TFunction) {
  return z.object({ extension: z.string().trim().regex(/^[1-9]\d{2,5}$/, t('problems.extension_format')) });
}
