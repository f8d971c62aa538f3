import { Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';

/** In the place of the table: nobody is advised to change, or nobody has called. */
export function NoUsage({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState titleText={t(isFiltered ? 'usage.noAdvice' : 'usage.none')} headingLevel="h2">
      <EmptyStateBody>{t(isFiltered ? 'usage.noAdviceText' : 'usage.noneText')}</EmptyStateBody>
      {isFiltered && (
        <EmptyStateFooter>
          <EmptyStateActions>
            <Button variant="link" onClick={onClear}>
              {t('usage.showAll')}
            </Button>
          </EmptyStateActions>
        </EmptyStateFooter>
      )}
    </EmptyState>
  );
}
