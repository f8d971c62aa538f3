import { Alert, Card, CardBody, Content, PageSection } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation, useNavigate } from 'react-router';
import { ButtonLink } from '@/components/ButtonLink';
import { PageHeading } from '@/components/PageHeading';
import { paths } from '@/lib/paths';
import { mustSetUpTwoStep, useSession } from '@/lib/session';
import { useTitle } from '@/lib/useTitle';
import { Awaited } from '../Section';
import { ConfirmStep } from './ConfirmStep';
import { KeepCodesStep } from './KeepCodesStep';
import { PasswordStep } from './PasswordStep';
import { twoStepQuery, type SetUp } from './twoStep';
import styles from './TwoStep.module.css';

type Step = { name: 'password' } | { name: 'confirm'; setUp: SetUp } | { name: 'codes'; codes: readonly string[] };

/** Sets two-step sign-in up: password, app, recovery codes. An admin who must have it is led here before all else. */
export function TwoStepPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const next = (useLocation().state as { next?: string } | null)?.next;
  const mustStill = mustSetUpTwoStep(useSession());
  const [isForced] = useState(mustStill);
  const [step, setStep] = useState<Step>({ name: 'password' });
  const { data, error, refetch } = useQuery(twoStepQuery);
  useTitle(t('settings.twoStep.page.title'));
  const isOn = data?.enabled === true && step.name !== 'codes';
  // Led back here by a session that had not heard of it yet.
  if (isOn && next !== undefined && !mustStill) return <Navigate to={next} replace />;
  return (
    <PageSection isWidthLimited>
      <div className={styles['page']}>
        <PageHeading size="2xl">{t('settings.twoStep.page.title')}</PageHeading>
        {isForced && step.name !== 'codes' && <Alert isInline variant="info" title={t('settings.twoStep.page.forced')} component="p" />}
        <Card isLarge>
          <CardBody>
            {data === undefined && (
              <Awaited failed={t('settings.twoStep.notLoaded')} problem={error} onRetry={() => void refetch()} />
            )}
            {isOn && <AlreadyOn />}
            {data?.enabled === false && step.name === 'password' && (
              <PasswordStep onDone={(setUp) => setStep({ name: 'confirm', setUp })} />
            )}
            {data?.enabled === false && step.name === 'confirm' && (
              <ConfirmStep
                setUp={step.setUp}
                onDone={(codes) => setStep({ name: 'codes', codes })}
                onAgain={() => setStep({ name: 'password' })}
              />
            )}
            {step.name === 'codes' && (
              <KeepCodesStep codes={step.codes} onDone={() => void navigate(next ?? paths.signInSettings, { replace: true })} />
            )}
          </CardBody>
        </Card>
      </div>
    </PageSection>
  );
}

function AlreadyOn() {
  const { t } = useTranslation();
  return (
    <div className={styles['step']}>
      <Content component="p">{t('settings.twoStep.isOn')}</Content>
      <div>
        <ButtonLink to={paths.signInSettings}>{t('settings.twoStep.page.toSettings')}</ButtonLink>
      </div>
    </div>
  );
}
