import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import { ApiProblem } from '@/lib/api/problem';

const known = ['CARD_DECLINED', 'INSUFFICIENT_FUNDS', 'CARD_EXPIRED', 'PROCESSING_ERROR', 'NEEDS_ACTION'];

/** Why a statement was not paid: a declined card says for what reason. */
export function PayProblem({ problem }: { problem: unknown }) {
  const { t } = useTranslation();
  if (problem === undefined) return null;
  if (problem instanceof ApiProblem && problem.code === 'payment.in-progress') {
    return <ProblemAlert title={t('payment.inProgress')} problem={problem} variant="warning" />;
  }
  const reason = problem instanceof ApiProblem && problem.code === 'payment.declined' ? problem.reason : undefined;
  const text = reason !== undefined && known.includes(reason) ? t('payment.declined', { reason: t(`payment.failures.${reason}`) }) : undefined;
  return <ProblemAlert title={t('payment.notPaid')} problem={problem} {...(text !== undefined && { text })} />;
}
