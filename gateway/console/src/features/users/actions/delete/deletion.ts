import type { TFunction } from 'i18next';
import type { DeleteUser, User } from '@/lib/api/schema';
import { z } from '@/lib/zod';

/** Product D6: how long a deletion can be undone. */
export const undoHours = 72;

/** What is chosen in the dialog; the id of a person only counts where a person is to get it. */
export interface DeletionForm {
  messages: 'company' | 'user';
  messagesTo: string;
  numbers: 'unassigned' | 'user';
  numbersTo: string;
  slot: 'remove' | 'keep';
}

export const emptyDeletion: DeletionForm = { messages: 'company', messagesTo: '', numbers: 'unassigned', numbersTo: '', slot: 'remove' };

export function deletionSchema(t: TFunction) {
  return z
    .object({
      messages: z.enum(['company', 'user']),
      messagesTo: z.string(),
      numbers: z.enum(['unassigned', 'user']),
      numbersTo: z.string(),
      slot: z.enum(['remove', 'keep']),
    })
    .superRefine(({ messages, messagesTo, numbers, numbersTo }, context) => {
      const missing = { messagesTo: messages === 'user' && messagesTo === '', numbersTo: numbers === 'user' && numbersTo === '' };
      for (const [field, isMissing] of Object.entries(missing)) {
        if (isMissing) context.addIssue({ code: 'custom', path: [field], message: t('deleteUser.errors.receiver') });
      }
    }) satisfies z.ZodType<DeletionForm>;
}

export function requestOf({ messages, messagesTo, numbers, numbersTo, slot }: DeletionForm): DeleteUser {
  return {
    messagesTo: messages === 'user' ? messagesTo : 'company',
    numbersTo: numbers === 'user' ? numbersTo : 'unassigned',
    keepSlot: slot === 'keep',
  };
}

/** The first thing that a person who is deleted loses. */
export function hasNumbers({ directNumbers }: User): boolean {
  return (directNumbers ?? []).length > 0;
}
