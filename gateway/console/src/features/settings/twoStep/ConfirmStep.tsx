import { Button, Content, Form } from '@patternfly/react-core';
import { QRCodeSVG } from 'qrcode.react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeField } from '@/components/CodeField';
import { CopyButton } from '@/components/CopyButton';
import { ProblemAlert } from '@/components/ProblemAlert';
import { WaitNote } from '@/components/WaitNote';
import { codeOf, confirmTwoStep, type SetUp } from './twoStep';
import styles from './TwoStep.module.css';
import { useGuarded } from './useGuarded';

interface Props {
  setUp: SetUp;
  onDone: (codes: readonly string[]) => void;
  /** From the beginning, with another secret. */
  onAgain: () => void;
}

/** The secret goes into the app, by camera or by hand; a code of the app proves that it has arrived. */
export function ConfirmStep({ setUp: { secret, uri }, onDone, onAgain }: Props) {
  const { t } = useTranslation();
  const run = ({ code }: { code: string }) => confirmTwoStep(codeOf(code));
  const { form, isBusy, problem, wait, submit } = useGuarded({ code: '' }, run, onDone);
  const { setFocus } = form;
  useEffect(() => setFocus('code'), [setFocus]);
  return (
    <div className={styles['step']}>
      <Content component="p">{t('settings.twoStep.page.scan')}</Content>
      <div className={styles['app']}>
        <QRCodeSVG value={uri} level="M" marginSize={4} title={t('settings.twoStep.page.qr')} className={styles['code']} />
        <div>
          <p>{t('settings.twoStep.page.byHand')}</p>
          <code className={styles['key']}>{secret.match(/.{1,4}/g)?.join(' ') ?? secret}</code>
          <CopyButton text={secret}>{t('settings.twoStep.page.copyKey')}</CopyButton>
        </div>
      </div>
      <Form onSubmit={(event) => void submit(event)} noValidate className={styles['narrow'] ?? ''}>
        {problem !== null && <ProblemAlert title={t('settings.twoStep.page.failed')} problem={problem} />}
        <CodeField
          label={t('settings.twoStep.page.code')}
          kind="app"
          hint={t('settings.twoStep.page.codeHint')}
          field={form.register('code', { required: t('signIn.code.app.empty') })}
          error={form.formState.errors.code?.message}
        />
        <div className={styles['actions']}>
          <Button type="submit" isLoading={isBusy} isAriaDisabled={isBusy || wait.isOn}>
            {t('settings.twoStep.page.switchOn')}
          </Button>
          <Button variant="link" isAriaDisabled={isBusy} onClick={onAgain}>
            {t('settings.twoStep.page.again')}
          </Button>
          <WaitNote left={wait.left} />
        </div>
      </Form>
    </div>
  );
}
