import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { QuoteNote } from '@/components/quote/QuoteNote';
import { useToasts } from '@/components/toasts/toasts';
import type { PlanCode, QuotedChange, User } from '@/lib/api/schema';
import { formatDay, formatMoney, fullName } from '@/lib/format';
import { quoteQuery } from '@/lib/quotes';
import { refreshUsers } from '../../userCache';
import { ActDialog } from '../ActDialog';
import { useAct } from '../useAct';
import { changePlan } from '@/lib/user/changePlan';

interface Props {
  user: User;
  /** The one that was chosen in the row. */
  plan?: PlanCode | undefined;
  onClose: () => void;
}

/** B6: what another plan costs and what would be lost, before it is so. */
export function ChangePlanDialog({ user, plan = 'BASIC', onClose }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const toasts = useToasts();
  const changes: QuotedChange[] = [{ type: 'CHANGE_PLAN', userId: user.id, plan }];
  const { data: quote } = useQuery(quoteQuery(changes));
  const words = { name: fullName(user), plan: t(`plans.${plan}`) };
  const act = useAct(
    () => changePlan(user.id, plan),
    () => {
      refreshUsers(client);
      const bill = quote && { total: formatMoney(quote.nextStatement.after), day: formatDay(quote.dueOn) };
      toasts.show({
        variant: 'success',
        title: t('changePlan.done', words),
        ...(bill && { body: () => t('changePlan.next', bill) }),
      });
      onClose();
    },
  );
  return (
    <ActDialog
      title={t('changePlan.title', words)}
      text={t('changePlan.text', words)}
      submit={t('changePlan.submit')}
      failed={t('changePlan.failed')}
      act={quote === undefined ? { ...act, start: () => undefined } : act}
      onClose={onClose}
    >
      <QuoteNote changes={changes} />
    </ActDialog>
  );
}
