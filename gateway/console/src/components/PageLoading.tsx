import { Bullseye, Spinner } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';

/** While a whole page is on its way. */
export function PageLoading() {
  const { t } = useTranslation();
  return (
    <Bullseye style={{ minBlockSize: '60vh' }}>
      <Spinner size="lg" aria-label={t('loading')} />
    </Bullseye>
  );
}
