import type { TFunction } from 'i18next';
import type { PlanCode } from '@/lib/api/schema';
import { planCodes } from '@/lib/plans';
import { z } from '@/lib/zod';

const longestName = 100;

export interface Row {
  firstName: string;
  lastName: string;
  email: string;
  plan: PlanCode;
}

export interface AddForm {
  rows: Row[];
  /** The cents a month that were agreed to; another sum asks again. 0: none. */
  consent: number;
}

export function emptyRow(plan: PlanCode): Row {
  return { firstName: '', lastName: '', email: '', plan };
}

/** The rules of one row, and that no address stands twice (C4). */
export function addSchema(t: TFunction) {
  const name = (message: string) =>
    z
      .string()
      .trim()
      .min(1, message)
      .max(longestName, t('addUsers.errors.tooLong', { most: longestName }));
  const row = z.object({
    firstName: name(t('addUsers.errors.firstName')),
    lastName: name(t('addUsers.errors.lastName')),
    email: z.string().trim().pipe(z.email(t('addUsers.errors.email'))),
    plan: z.enum(planCodes as [PlanCode, ...PlanCode[]]),
  });
  return z.object({ rows: z.array(row), consent: z.number() }).superRefine(
    ({ rows }, context) => {
      const seen = new Set<string>();
      rows.forEach(({ email }, index) => {
        const address = email.trim().toLowerCase();
        if (address !== '' && seen.has(address)) {
          context.addIssue({ code: 'custom', path: ['rows', index, 'email'], message: t('addUsers.errors.twice') });
        }
        seen.add(address);
      });
    },
    { when: () => true },
  ) satisfies z.ZodType<AddForm>;
}
