import { useNavigate, useSearchParams } from 'react-router';
import type { UsageView } from './usage';

/** The view that the address says, and the way to another; a new one begins with its first page. */
export function useUsageView(): { view: UsageView; change: (part: Partial<UsageView>) => void } {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const month = search.get('month');
  const view: UsageView = { advised: search.get('advised') === 'true', ...(month !== null && { month }) };
  const change = (part: Partial<UsageView>) => {
    const next = { ...view, ...part };
    const address = new URLSearchParams({
      ...(next.month !== undefined && { month: next.month }),
      ...(next.advised && { advised: 'true' }),
    });
    void navigate({ search: address.toString() }, { preventScrollReset: true, replace: true });
  };
  return { view, change };
}
