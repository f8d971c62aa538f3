import { useTranslation } from 'react-i18next';
import { formatDate } from '@/lib/format';
import type { Standing } from './bills';

/** Why something is unpaid, what that means, and when it is tried next. */
export function StandingText({ standing: { kind, failure, nextTryAt } }: { standing: Standing }) {
  const { t } = useTranslation();
  return (
    <>
      {failure !== undefined && kind !== 'noCard' && kind !== 'charging' && <p>{t(`payment.failures.${failure}`)}</p>}
      <p>{t(`payment.standing.${kind}.text`)}</p>
      {nextTryAt !== undefined && (kind === 'noCard' || kind === 'failed') && <p>{t('payment.standing.nextTry', { day: formatDate(nextTryAt) })}</p>}
    </>
  );
}
