import { useFormContext } from 'react-hook-form';
import { QuoteNote } from '@/components/quote/QuoteNote';
import type { User } from '@/lib/api/schema';
import type { DeletionForm } from './deletion';

/** What the deletion does to the bill, as it is chosen above (C1). */
export function DeletionQuote({ user }: { user: User }) {
  const { watch } = useFormContext<DeletionForm>();
  return <QuoteNote changes={[{ type: 'DELETE_USER', userId: user.id, keepSlot: watch('slot') === 'keep' }]} />;
}
