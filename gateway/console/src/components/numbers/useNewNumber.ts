import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToasts } from '@/components/toasts/toasts';
import { ApiProblem } from '@/lib/api/problem';
import type { Money, NumberOrder, User } from '@/lib/api/schema';
import { formatPhone, fullName } from '@/lib/format';
import { IdempotencyKey } from '@/lib/idempotency';
import { isIncluded, numberPriceQuery } from '@/lib/numbers/numberPrice';
import { refreshNumbers } from '@/lib/numbers/numbersKey';
import { orderNumber, reserveNumber } from '@/lib/numbers/orders';
import { usePlans } from '@/lib/plans';
import { useOnce } from '@/lib/useOnce';

export interface NewNumber {
  chosen: string;
  choose: (number: string) => void;
  /** Until when nobody else can have the chosen one. */
  reservedUntil: string | undefined;
  isIncluded: boolean;
  /** What it costs each month; null while that is not known. */
  price: Money | null;
  problem: unknown;
  /** Why the last order came to nothing. */
  failure: NumberOrder['reason'] | undefined;
  isBusy: boolean;
  order: () => void;
}

/** B7, F1: a new number, for a user or for the pool; ordered once, at the price that was shown. */
export function useNewNumber(user: User | undefined, onClose: () => void): NewNumber {
  const { t } = useTranslation();
  const client = useQueryClient();
  const toasts = useToasts();
  const plans = usePlans();
  const listed = useQuery(numberPriceQuery);
  const [chosen, setChosen] = useState('');
  const [reserved, setReserved] = useState<{ number: string; until: string }>();
  const [quoted, setQuoted] = useState<Money>();
  const [problem, setProblem] = useState<unknown>(null);
  const [failure, setFailure] = useState<NumberOrder['reason']>();
  const [key] = useState(() => new IdempotencyKey());
  const free = quoted === undefined && user !== undefined && isIncluded(user, plans.data ?? []);

  const look = () => void client.invalidateQueries({ queryKey: ['available-numbers'] });
  const { send, isBusy } = useOnce({
    run: (number: string) => {
      const body = { number, acceptCharges: !free, ...(user !== undefined && { assignTo: user.id }) };
      return orderNumber(body, key.for(body));
    },
    onDone: (order) => {
      key.settled();
      refreshNumbers(client);
      look();
      if (order.state === 'FAILED') {
        setFailure(order.reason);
        setChosen('');
        return;
      }
      const words = { number: formatPhone(order.number), name: user === undefined ? '' : fullName(user) };
      const text = order.state === 'PENDING' ? 'newNumber.pending' : user === undefined ? 'newNumber.done' : 'newNumber.given';
      toasts.show({ variant: order.state === 'PENDING' ? 'warning' : 'success', title: t(text, words) });
      onClose();
    },
    onRefused: (refusal) => {
      setProblem(refusal);
      if (!(refusal instanceof ApiProblem)) return;
      if (!refusal.outcomeUnknown) key.settled();
      // It costs something after all: said first, and ordered only when asked for again.
      if (refusal.quote !== undefined) setQuoted(refusal.quote.monthlyIncrease);
      if (refusal.status === 409) look();
    },
  });
  const reserve = useOnce({
    run: reserveNumber,
    onDone: ({ number, reservedUntil }) => setReserved({ number, until: reservedUntil }),
    // An order needs no reservation; that somebody was faster is worth knowing now.
    onRefused: (refusal) => {
      if (!(refusal instanceof ApiProblem && refusal.status === 409)) return;
      setProblem(refusal);
      setChosen('');
      look();
    },
  });
  return {
    chosen,
    choose: (number) => {
      setProblem(null);
      setFailure(undefined);
      setChosen(number);
      reserve.send(number);
    },
    reservedUntil: reserved?.number === chosen ? reserved.until : undefined,
    isIncluded: free,
    price: quoted ?? listed.data ?? null,
    problem,
    failure,
    isBusy,
    order: () => {
      setProblem(null);
      setFailure(undefined);
      send(chosen);
    },
  };
}
