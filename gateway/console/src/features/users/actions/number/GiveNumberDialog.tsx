import { useState } from 'react';
import type { User } from '@/lib/api/schema';
import { GiveNewNumber } from './GiveNewNumber';
import { GiveUnassigned } from './GiveUnassigned';

/** B7, the plus sign: one of the company's unassigned numbers, or a new one. */
export function GiveNumberDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const [isNew, setNew] = useState(false);
  return isNew ? (
    <GiveNewNumber user={user} onBack={() => setNew(false)} onClose={onClose} />
  ) : (
    <GiveUnassigned user={user} onNew={() => setNew(true)} onClose={onClose} />
  );
}
