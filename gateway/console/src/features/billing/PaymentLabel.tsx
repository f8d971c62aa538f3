import { Label } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import type { PaymentState } from '@/lib/api/schema';

const colors = { PAID: 'green', ISSUED: 'blue', PAST_DUE: 'red' } as const;

/** Whether a statement is paid. */
export function PaymentLabel({ state }: { state: PaymentState }) {
  const { t } = useTranslation();
  return (
    <Label color={colors[state]} isCompact>
      {t(`payment.states.${state}`)}
    </Label>
  );
}
