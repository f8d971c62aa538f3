import { Alert, AlertActionCloseButton, AlertGroup } from '@patternfly/react-core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPhone } from '@/lib/format';
import { refreshNumbers } from '@/lib/numbers/numbersKey';
import { ordersQuery } from '@/lib/numbers/orders';
import styles from './Numbers.module.css';

/** Orders that are on their way, and those of the last day that came to nothing. */
export function Orders() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data } = useQuery(ordersQuery);
  const [seen, setSeen] = useState<readonly string[]>([]);
  const pending = data?.filter(({ state }) => state === 'PENDING').length ?? 0;
  useEffect(() => {
    // What has been on its way may have arrived.
    if (pending > 0) return () => refreshNumbers(client);
    return undefined;
  }, [pending, client]);
  const told = (data ?? []).filter(
    ({ id, state }) => state !== 'ACTIVE' && !seen.includes(id),
  );
  if (told.length === 0) return null;
  return (
    <AlertGroup className={styles['orders'] ?? ''} aria-label={t('numbers.orders')}>
      {told.map((order) => (
        <Alert
          key={order.id}
          isInline
          component="p"
          variant={order.state === 'PENDING' ? 'info' : 'danger'}
          title={t(`numbers.order.${order.state}`, { number: formatPhone(order.number) })}
          {...(order.state === 'FAILED' && { actionClose: <AlertActionCloseButton onClose={() => setSeen([...seen, order.id])} /> })}
        >
          {order.reason && t(`orderReasons.${order.reason}`)}
        </Alert>
      ))}
    </AlertGroup>
  );
}
