import { Card, CardBody, CardTitle, Skeleton } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import styles from './Settings.module.css';

/** One group of settings under its own heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card component="section">
      <CardTitle component="h2">{title}</CardTitle>
      <CardBody className={styles['body'] ?? ''}>{children}</CardBody>
    </Card>
  );
}

/** Instead of what is on its way or did not come. */
export function Awaited({ failed, problem, onRetry }: { failed: string; problem: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  if (problem !== null) return <ProblemAlert title={failed} problem={problem} onRetry={onRetry} />;
  return (
    <div aria-busy="true">
      <Skeleton height="6rem" screenreaderText={t('loading')} />
    </div>
  );
}
