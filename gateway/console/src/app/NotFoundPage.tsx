import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import SearchIcon from '@patternfly/react-icons/dist/esm/icons/search-icon';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '@/components/ButtonLink';
import { PublicPage } from '@/components/PublicPage';
import { paths } from '@/lib/paths';
import { useTitle } from '@/lib/useTitle';

export function NotFoundPage() {
  const { t } = useTranslation();
  useTitle(t('notFound.title'));
  return (
    <PublicPage>
      <EmptyState titleText={t('notFound.title')} headingLevel="h1" icon={SearchIcon}>
        <EmptyStateBody>{t('notFound.text')}</EmptyStateBody>
        <EmptyStateFooter>
          <EmptyStateActions>
            <ButtonLink to={paths.home}>{t('notFound.home')}</ButtonLink>
          </EmptyStateActions>
        </EmptyStateFooter>
      </EmptyState>
    </PublicPage>
  );
}
