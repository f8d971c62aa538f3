import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '@/components/ButtonLink';
import { paths } from '@/lib/paths';
import { Awaited } from '../Section';
import styles from '../Settings.module.css';
import { NewCodesDialog } from './NewCodesDialog';
import { SwitchOffDialog } from './SwitchOffDialog';
import { twoStepQuery } from './twoStep';

/** Whether two-step sign-in is on, and what can be done about it. */
export function TwoStepSection() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(twoStepQuery);
  const [asking, setAsking] = useState<'codes' | 'off'>();
  if (data === undefined) return <Awaited failed={t('settings.twoStep.notLoaded')} problem={error} onRetry={() => void refetch()} />;
  if (!data.enabled) {
    return (
      <>
        <p>{t('settings.twoStep.isOff')}</p>
        <div className={styles['actions']}>
          <ButtonLink to={paths.twoStep}>{t('settings.twoStep.setUp')}</ButtonLink>
        </div>
      </>
    );
  }
  return (
    <>
      <p>{t('settings.twoStep.isOn')}</p>
      <p>{t('settings.twoStep.codesLeft', { count: data.recoveryCodesLeft })}</p>
      {data.required && <p className={styles['subtle']}>{t('settings.twoStep.required')}</p>}
      <div className={styles['actions']}>
        <Button variant="secondary" onClick={() => setAsking('codes')}>
          {t('settings.twoStep.newCodes')}
        </Button>
        {!data.required && (
          <Button variant="link" onClick={() => setAsking('off')}>
            {t('settings.twoStep.switchOff')}
          </Button>
        )}
      </div>
      {asking === 'codes' && <NewCodesDialog onClose={() => setAsking(undefined)} />}
      {asking === 'off' && <SwitchOffDialog onClose={() => setAsking(undefined)} />}
    </>
  );
}
