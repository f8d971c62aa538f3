import { Card, CardBody, CardTitle, PageSection, Skeleton } from '@patternfly/react-core';
import { useQuery, type UseQueryOptions } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeading } from '@/components/PageHeading';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useTitle } from '@/lib/useTitle';
import { CountriesForm } from './CountriesForm';
import { ExtensionsForm } from './ExtensionsForm';
import { extensionSettingsQuery, forwardingCountriesQuery } from './phoneRules';
import styles from './PhoneRules.module.css';

/** F4, F5: what holds for everybody's phone. */
export function PhoneRulesPage() {
  const { t } = useTranslation();
  useTitle(t('phoneRules.title'));
  return (
    <PageSection isWidthLimited>
      <div className={styles['page']}>
        <PageHeading size="2xl">{t('phoneRules.title')}</PageHeading>
        <Loaded title={t('phoneRules.extensions.title')} query={extensionSettingsQuery}>
          {(settings) => <ExtensionsForm key={settings.version} settings={settings} />}
        </Loaded>
        <Loaded title={t('phoneRules.countries.title')} query={forwardingCountriesQuery}>
          {(allowed) => <CountriesForm key={allowed.version} allowed={allowed} />}
        </Loaded>
      </div>
    </PageSection>
  );
}

interface LoadedProps<T, K extends readonly unknown[]> {
  title: string;
  query: UseQueryOptions<T, Error, T, K>;
  children: (data: T) => ReactNode;
}

function Loaded<T, K extends readonly unknown[]>({ title, query, children }: LoadedProps<T, K>) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(query);
  return (
    <Card component="section">
      <CardTitle component="h2">{title}</CardTitle>
      <CardBody>
        {data !== undefined && children(data)}
        {data === undefined && error !== null && (
          <ProblemAlert title={t('phoneRules.notLoaded')} problem={error} onRetry={() => void refetch()} />
        )}
        {data === undefined && error === null && <Skeleton height="6rem" screenreaderText={t('loading')} />}
      </CardBody>
    </Card>
  );
}
