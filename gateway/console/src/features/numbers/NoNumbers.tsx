import { Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';

/** In the place of the table: nothing fits, or there is nothing. */
export function NoNumbers({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState titleText={t(isFiltered ? 'numbers.noneFound' : 'numbers.none')} headingLevel="h2">
      <EmptyStateBody>{t(isFiltered ? 'numbers.noneFoundText' : 'numbers.noneText')}</EmptyStateBody>
      {isFiltered && (
        <EmptyStateFooter>
          <EmptyStateActions>
            <Button variant="link" onClick={onClear}>
              {t('numbers.clear')}
            </Button>
          </EmptyStateActions>
        </EmptyStateFooter>
      )}
    </EmptyState>
  );
}
