import { Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import ExclamationCircleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-circle-icon';
import { useTranslation } from 'react-i18next';
import { useTitle } from '@/lib/useTitle';
import { PublicPage } from './PublicPage';

/** Shown instead of a page that broke or could not be loaded. */
export function CrashPage({ title, text }: { title?: string; text?: string }) {
  const { t } = useTranslation();
  const heading = title ?? t('crash.title');
  useTitle(heading);
  return (
    <PublicPage>
      <EmptyState titleText={heading} headingLevel="h1" icon={ExclamationCircleIcon} status="danger">
        <EmptyStateBody>{text ?? t('crash.text')}</EmptyStateBody>
        <EmptyStateFooter>
          <EmptyStateActions>
            <Button onClick={() => window.location.reload()}>{t('crash.reload')}</Button>
          </EmptyStateActions>
        </EmptyStateFooter>
      </EmptyState>
    </PublicPage>
  );
}
