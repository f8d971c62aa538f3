import { DescriptionList, DescriptionListDescription, DescriptionListGroup, DescriptionListTerm } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Payment } from '@/lib/api/schema';
import { formatDate, formatMoney } from '@/lib/format';
import { PaymentLabel } from './PaymentLabel';

/** What is due, whether it is paid, and if not, why and how it goes on. */
export function PaymentFacts({ payment: { state, due, credit, nextTryAt, failure, paidAt } }: { payment: Payment }) {
  const { t } = useTranslation();
  return (
    <DescriptionList isHorizontal isCompact>
      <Fact name={t('payment.facts.state')}>
        <PaymentLabel state={state} />
      </Fact>
      {credit.amountCents > 0 && <Fact name={t('payment.facts.credit')}>{formatMoney(credit)}</Fact>}
      <Fact name={t(state === 'PAID' ? 'payment.facts.charged' : 'payment.facts.due')}>{formatMoney(due)}</Fact>
      {paidAt && <Fact name={t('payment.facts.paidAt')}>{formatDate(paidAt)}</Fact>}
      {failure && state !== 'PAID' && <Fact name={t('payment.facts.failure')}>{t(`payment.failures.${failure}`)}</Fact>}
      {nextTryAt && state !== 'PAID' && <Fact name={t('payment.facts.nextTry')}>{formatDate(nextTryAt)}</Fact>}
      {state === 'PAST_DUE' && <Fact name={t('payment.facts.nextTry')}>{t('payment.facts.noTry')}</Fact>}
    </DescriptionList>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>{name}</DescriptionListTerm>
      <DescriptionListDescription>{children}</DescriptionListDescription>
    </DescriptionListGroup>
  );
}
