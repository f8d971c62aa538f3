import { Button, Card, CardBody, CardTitle } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import type { IssuedStatement } from '@/lib/api/schema';
import { formatMoney } from '@/lib/format';
import { billingAccountQuery } from './billingAccount';
import { brandOf } from './cards';
import { Finding } from './Finding';
import { PaymentFacts } from './PaymentFacts';
import { PayProblem } from './PayProblem';
import { useCardPage } from './useCardPage';
import { usePaying } from './usePaying';
import styles from './Billing.module.css';

interface Props {
  statement: IssuedStatement;
  /** Whether it will be known in a moment what has come of a payment. */
  isFinding: boolean;
  onOpen: () => void;
}

/** E7: how a statement is paid, and the way to pay it now. */
export function StatementPayment({ statement: { id, payment }, isFinding, onOpen }: Props) {
  const { t } = useTranslation();
  const { data: account, isPending } = useQuery(billingAccountQuery);
  const cardPage = useCardPage();
  const paying = usePaying(onOpen);
  const isPaid = payment.state === 'PAID';
  // When the card could not be loaded, the service says so if there is none.
  const needsCard = account !== undefined && !account?.card;
  return (
    <Card component="section">
      <CardTitle component="h2">{t('payment.title')}</CardTitle>
      <CardBody className={styles['body'] ?? ''}>
        <PaymentFacts payment={payment} />
        {!isPaid && <PayProblem problem={paying.problem} />}
        {cardPage.problem !== undefined && <ProblemAlert title={t('payment.method.notOpened')} problem={cardPage.problem} />}
        <Finding isOn={isFinding && !isPaid && !paying.isRefused} />
        {!isPaid && !isPending && (
          <div className={styles['actions']}>
            {needsCard ? (
              <Button isLoading={cardPage.isBusy} isAriaDisabled={cardPage.isBusy} onClick={cardPage.open}>
                {t('payment.method.add')}
              </Button>
            ) : (
              <Button isLoading={paying.isBusy} isAriaDisabled={paying.isBusy} onClick={() => paying.pay({ ids: [id], due: payment.due })}>
                {t('payment.pay', { due: formatMoney(payment.due) })}
              </Button>
            )}
            {account?.card && <span>{t('payment.with', { brand: brandOf(account.card, t), lastFour: account.card.lastFour })}</span>}
          </div>
        )}
      </CardBody>
    </Card>
  );
}
