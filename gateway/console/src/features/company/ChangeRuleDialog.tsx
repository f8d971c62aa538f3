import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/Dialog';
import { DialogButtons } from '@/components/DialogButtons';
import { ProblemAlert } from '@/components/ProblemAlert';
import { ApiProblem } from '@/lib/api/problem';
import type { AccountSecurity } from '@/lib/api/schema';
import { refreshSession, useSession } from '@/lib/session';
import { useOnce } from '@/lib/useOnce';
import { requireTwoStep, securityQuery } from './accountSecurity';

interface Props {
  security: AccountSecurity;
  onClose: () => void;
  /** Another admin was faster: the page shows what is so now. */
  onOvertaken: (problem: ApiProblem) => void;
}

/** What it means for the admins, before it is so. */
export function ChangeRuleDialog({ security, onClose, onOvertaken }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { twoStep } = useSession();
  const [problem, setProblem] = useState<unknown>(null);
  const required = !security.twoStepRequiredForAdmins;
  const { send, isBusy } = useOnce({
    run: () => requireTwoStep(required, security.version),
    onDone: (saved) => {
      client.setQueryData(securityQuery.queryKey, saved);
      onClose();
      // Who has not set it up himself is led to it from here.
      void refreshSession(client);
    },
    onRefused: (refusal) => {
      if (!(refusal instanceof ApiProblem && refusal.code === 'version.mismatch')) return setProblem(refusal);
      void client.invalidateQueries({ queryKey: securityQuery.queryKey });
      return onOvertaken(refusal);
    },
  });
  const way = required ? 'on' : 'off';
  const text = [t(`company.security.${way}.text`), required && twoStep?.enabled !== true ? t('company.security.on.self') : ''];
  return (
    <Dialog
      title={t(`company.security.${way}.title`)}
      text={text.join(' ').trim()}
      isBusy={isBusy}
      onClose={onClose}
      footer={<DialogButtons submit={t(`company.security.${way}.submit`)} onSubmit={() => send(undefined)} isBusy={isBusy} onClose={onClose} />}
    >
      {problem !== null && <ProblemAlert title={t('company.security.failed')} problem={problem} />}
    </Dialog>
  );
}
