import { PageSection, Skeleton } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { PageHeading } from '@/components/PageHeading';
import { ProblemAlert } from '@/components/ProblemAlert';
import { fullName } from '@/lib/format';
import { useSession } from '@/lib/session';
import { useTitle } from '@/lib/useTitle';
import { userDetailsQuery } from '@/lib/user/userDetails';
import styles from './Bridge.module.css';
import { bridgeQuery } from './bridgeOf';
import { Ways } from './Ways';

/** F6: one's own conference bridge, or that of somebody in the company. */
export function BridgePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { user: self } = useSession();
  const bridge = useQuery(bridgeQuery(id));
  const person = useQuery(userDetailsQuery(id));
  useTitle(t('bridge.title'));
  const problem = bridge.error ?? person.error;
  const retry = () => {
    if (bridge.isError) void bridge.refetch();
    if (person.isError) void person.refetch();
  };
  const isReady = bridge.data !== undefined && person.data !== undefined;
  return (
    <PageSection isFilled>
      <PageHeading size="2xl">
        {person.data === undefined || id === self.id ? t('bridge.title') : t('bridge.of', { name: fullName(person.data.user) })}
      </PageHeading>
      {problem !== null && <ProblemAlert title={t('bridge.notLoaded')} problem={problem} onRetry={retry} />}
      {isReady && <Ways bridge={bridge.data} plan={person.data.user.plan ?? undefined} />}
      {!isReady && problem === null && (
        <div className={styles['ways']} aria-busy="true">
          <Skeleton height="12rem" screenreaderText={t('loading')} />
        </div>
      )}
    </PageSection>
  );
}
