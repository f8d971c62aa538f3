import { Button, Form } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { ConflictButtons } from '@/components/ConflictView';
import { ForwardingConflict } from '@/components/forwarding/ForwardingConflict';
import { ForwardingFields } from '@/components/forwarding/ForwardingFields';
import { useForwarding } from '@/components/forwarding/useForwarding';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useToasts } from '@/components/toasts/toasts';
import { formatInternational } from '@/lib/format';
import type { ForwardTo } from '@/lib/user/callForwarding';
import type { LinePart } from '@/lib/user/linePart';
import styles from '../Settings.module.css';

/** The form of one's own call forwarding. */
export function OwnForwarding({ userId, read }: { userId: string; read: LinePart<ForwardTo> }) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const done = (forwardTo: ForwardTo) => {
    const title =
      forwardTo === null
        ? t('settings.forwarding.stopped')
        : t('settings.forwarding.saved', { number: formatInternational(forwardTo) });
    toasts.show({ variant: 'success', title });
  };
  const forwarding = useForwarding({ userId, read, onSaved: done, onSame: () => done(forwarding.before) });
  const { conflict, form, isBusy, problem, submit, keepMine, takeTheirs } = forwarding;
  return (
    <>
      <p>{t('settings.forwarding.text')}</p>
      <ForwardingConflict name={t('settings.forwarding.yours')} forwarding={forwarding} />
      {conflict !== undefined && (
        <div className={styles['actions']}>
          <ConflictButtons onMine={keepMine} onTheirs={takeTheirs} onClose={takeTheirs} />
        </div>
      )}
      <Form onSubmit={(event) => void submit(event)} noValidate className={styles['narrow'] ?? ''} hidden={conflict !== undefined}>
        {problem !== null && <ProblemAlert title={t('settings.forwarding.failed')} problem={problem} />}
        <ForwardingFields form={form} />
        <div className={styles['actions']}>
          <Button type="submit" isLoading={isBusy} isAriaDisabled={isBusy}>
            {t('forwarding.save')}
          </Button>
        </div>
      </Form>
    </>
  );
}
