import { Spinner } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import styles from './Billing.module.css';

/** Says that it will be known in a moment whether something is paid. */
export function Finding({ isOn }: { isOn: boolean }) {
  const { t } = useTranslation();
  return (
    <p role="status" className={styles['finding']}>
      {isOn && (
        <>
          <Spinner size="sm" aria-hidden="true" /> {t('payment.finding')}
        </>
      )}
    </p>
  );
}
