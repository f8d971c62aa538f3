import { Button, Form, Skeleton } from '@patternfly/react-core';
import PlusCircleIcon from '@patternfly/react-icons/dist/esm/icons/plus-circle-icon';
import { useQuery } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Choices } from '@/components/Choices';
import { Dialog } from '@/components/Dialog';
import { DialogButtons } from '@/components/DialogButtons';
import { DialogProblem } from '@/components/DialogProblem';
import { FieldHelp } from '@/components/FormField';
import { ProblemAlert } from '@/components/ProblemAlert';
import type { User } from '@/lib/api/schema';
import { formatMoney, formatPhone, fullName } from '@/lib/format';
import { isIncluded, numberPriceQuery } from '@/lib/numbers/numberPrice';
import { usePlans } from '@/lib/plans';
import { unassignedQuery } from './unassignedNumbers';
import { useGiveNumber } from './useGiveNumber';

/** B7: the unassigned numbers, and "Get new number" at the bottom. */
export function GiveUnassigned({ user, onNew, onClose }: { user: User; onNew: () => void; onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const { data, error, refetch } = useQuery(unassignedQuery);
  const [chosen, setChosen] = useState('');
  const [isMissing, setMissing] = useState(false);
  const { start, isBusy, problem } = useGiveNumber(user, onClose);
  const numbers = data?.items ?? [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const number = numbers.find((one) => one.number === chosen);
    setMissing(number === undefined);
    if (number !== undefined) start(number);
  };
  const footer =
    numbers.length === 0 ? (
      <Button variant="link" onClick={onClose}>
        {t('cancel')}
      </Button>
    ) : (
      <DialogButtons submit={t('giveNumber.assign')} form={id} isBusy={isBusy} onClose={onClose} />
    );
  return (
    <Dialog title={t('giveNumber.title', { name: fullName(user) })} text={<CostOfNumber user={user} />} isBusy={isBusy} onClose={onClose} footer={footer}>
      {data === undefined && error === null && <Skeleton height="6rem" screenreaderText={t('loading')} />}
      {data === undefined && error !== null && (
        <ProblemAlert title={t('giveNumber.notLoaded')} problem={error} onRetry={() => void refetch()} />
      )}
      {data !== undefined && numbers.length === 0 && <p>{t('giveNumber.none')}</p>}
      {numbers.length > 0 && (
        <Form id={id} onSubmit={submit} noValidate>
          <DialogProblem title={t('giveNumber.failed')} problem={problem} />
          <Choices
            legend={t('giveNumber.unassigned')}
            choices={numbers.map(({ number }) => ({ value: number, label: formatPhone(number) }))}
            value={chosen}
            onChange={setChosen}
          />
          <FieldHelp id={id} error={isMissing && chosen === '' ? t('giveNumber.missing') : undefined} />
        </Form>
      )}
      <Button variant="link" isInline icon={<PlusCircleIcon />} isAriaDisabled={isBusy} onClick={onNew}>
        {t('giveNumber.new')}
      </Button>
    </Dialog>
  );
}

/** On BASIC each number costs; on PLUS and PRO the first is included (E2). */
function CostOfNumber({ user }: { user: User }) {
  const { t } = useTranslation();
  const plans = usePlans();
  const { data: price } = useQuery(numberPriceQuery);
  if (!user.plan) return null;
  const plan = t(`plans.${user.plan}`);
  if (isIncluded(user, plans.data ?? [])) return t('newNumber.included', { plan });
  return price ? t('newNumber.priceOn', { plan, price: formatMoney(price) }) : null;
}
