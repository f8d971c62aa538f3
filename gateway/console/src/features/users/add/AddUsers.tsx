import { Card, CardBody, Skeleton, Stack, StackItem } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ProblemAlert } from '@/components/ProblemAlert';
import type { OpenSlot, PlanCode } from '@/lib/api/schema';
import { planCodes, usePlans } from '@/lib/plans';
import { useTitle } from '@/lib/useTitle';
import { openSlotsQuery } from '../listUsers';
import { AddUsersForm } from './AddUsersForm';

/** C1–C5: several people at once, with the price before it is confirmed. */
export function AddUsers() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const plans = usePlans();
  const slots = useQuery(openSlotsQuery);
  useTitle(t('addUsers.pageTitle'));
  const error = plans.error ?? slots.error;
  if (plans.data !== undefined && slots.data !== undefined) {
    const asked = planCodes.find((plan) => plan === search.get('plan'));
    return <AddUsersForm plans={plans.data} openSlots={slots.data} firstPlan={asked ?? planOf(slots.data)} isAsked={asked !== undefined} />;
  }
  if (error !== null) {
    const retry = () => void Promise.all([plans.refetch(), slots.refetch()]);
    return <ProblemAlert title={t('addUsers.failed')} problem={error} onRetry={retry} />;
  }
  return (
    <Card isLarge aria-busy="true">
      <CardBody>
        <Stack hasGutter>
          {[1, 2, 3].map((row) => (
            <StackItem key={row}>
              <Skeleton height="2.25rem" screenreaderText={t('loading')} />
            </StackItem>
          ))}
        </Stack>
      </CardBody>
    </Card>
  );
}

/** The plan that is offered first: one that is paid already. */
function planOf(openSlots: readonly OpenSlot[]): PlanCode {
  return planCodes.find((plan) => openSlots.some((slot) => slot.plan === plan)) ?? 'BASIC';
}
