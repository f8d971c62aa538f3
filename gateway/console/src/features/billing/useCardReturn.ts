import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useToasts } from '@/components/toasts/toasts';
import { refreshBilling } from './billingAccount';
import { takeCard } from './cardPage';

const PARAMETER = 'card';

/**
 * The browser is back from the page where a card is entered, as `/billing?card={setupId}`: the card is taken, told, and the
 * address is as before. A reload in between repeats it, which changes nothing.
 */
export function useCardReturn(onEntered: () => void) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const client = useQueryClient();
  const [parameters, setParameters] = useSearchParams();
  const setupId = parameters.get(PARAMETER);
  const told = useRef<string>(undefined);
  // A query, though it is a POST: it begins by itself, and runs once however often the page is drawn.
  const { data: entered, error, refetch } = useQuery({
    queryKey: ['card-return', setupId],
    queryFn: () => takeCard(setupId ?? ''),
    enabled: setupId !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  useEffect(() => {
    if (setupId === null || entered === undefined || told.current === setupId) return;
    told.current = setupId;
    if (entered) {
      toasts.show({ variant: 'success', title: t('payment.method.saved') });
      onEntered();
    } else {
      toasts.show({ variant: 'warning', title: t('payment.method.notEntered') });
    }
    void refreshBilling(client);
    setParameters((before) => without(before), { replace: true });
  }, [setupId, entered, toasts, t, onEntered, client, setParameters]);
  return { error, retry: () => void refetch() };
}

function without(parameters: URLSearchParams): URLSearchParams {
  const rest = new URLSearchParams(parameters);
  rest.delete(PARAMETER);
  return rest;
}
