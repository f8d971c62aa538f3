import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToasts } from '@/components/toasts/toasts';
import { ApiProblem } from '@/lib/api/problem';
import type { PhoneNumber, User } from '@/lib/api/schema';
import { formatPhone, fullName } from '@/lib/format';
import { assignNumber } from '@/lib/numbers/assignNumber';
import { refreshNumbers } from '@/lib/numbers/numbersKey';
import { useOnce } from '@/lib/useOnce';

/** Gives a number that the company has. */
export function useGiveNumber(user: User, onClose: () => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const toasts = useToasts();
  const [problem, setProblem] = useState<unknown>(null);
  const { send, isBusy } = useOnce({
    run: (number: PhoneNumber) => assignNumber(number, { userId: user.id }),
    onDone: ({ number }) => {
      refreshNumbers(client);
      toasts.show({ variant: 'success', title: t('newNumber.given', { name: fullName(user), number: formatPhone(number) }) });
      onClose();
    },
    onRefused: (refusal) => {
      setProblem(refusal);
      if (refusal instanceof ApiProblem && [404, 409, 412].includes(refusal.status)) refreshNumbers(client);
    },
  });
  return {
    isBusy,
    problem,
    start: (number: PhoneNumber) => {
      setProblem(null);
      send(number);
    },
  };
}
