import type { TFunction } from 'i18next';
import type { PlanCode, SignUp } from '@/lib/api/schema';
import { judgePassword, personalWords } from '@/lib/passwordRules';
import { planCodes } from '@/lib/plans';
import { z } from '@/lib/zod';

export const mostSlots = 500;
const longestName = 100;

/** The form has the shape of the request, so that each pointer of an answer names its field. */
export function signUpSchema(t: TFunction) {
  const text = (most: number) =>
    z
      .string()
      .trim()
      .min(1, t('signUp.errors.required'))
      .max(most, t('signUp.errors.tooLong', { most }));
  const count = z
    .number({ error: t('signUp.errors.slotCount', { most: mostSlots }) })
    .int()
    .min(0, t('signUp.errors.slotCount', { most: mostSlots }))
    .max(mostSlots, t('signUp.errors.slotCount', { most: mostSlots }));
  return z
    .object({
      companyName: text(longestName),
      timeZone: z.string().min(1, t('signUp.errors.timeZone')),
      mainNumber: z.string().min(1, t('signUp.errors.number')),
      slots: z.object({ BASIC: count, PLUS: count, PRO: count }),
      admin: z.object({
        firstName: text(longestName),
        lastName: text(longestName),
        email: z.string().trim().pipe(z.email(t('signUp.errors.email'))),
        password: z.string(),
        plan: z.enum(planCodes as [PlanCode, ...PlanCode[]]),
      }),
    })
    .superRefine((form, context) => {
      if (planCodes.every((plan) => form.slots[plan] === 0)) {
        context.addIssue({ code: 'custom', path: ['slots'], message: t('signUp.errors.slots') });
      } else if (form.slots[form.admin.plan] === 0) {
        context.addIssue({ code: 'custom', path: ['admin', 'plan'], message: t('signUp.errors.ownPlan') });
      }
    })
    .superRefine(
      (form, context) => {
        const { length, impersonal } = judgePassword(form.admin.password, personalWords({ ...form.admin, companyName: form.companyName }));
        if (!length || !impersonal) {
          context.addIssue({ code: 'custom', path: ['admin', 'password'], message: t('password.notMet') });
        }
      },
      // The password is judged even while other fields are not right yet.
      { when: () => true },
    ) satisfies z.ZodType<SignUp>;
}

/** Every field that an answer may point at. */
export const signUpFields = [
  'companyName',
  'timeZone',
  'mainNumber',
  'slots.BASIC',
  'slots.PLUS',
  'slots.PRO',
  'slots',
  'admin.firstName',
  'admin.lastName',
  'admin.email',
  'admin.password',
  'admin.plan',
] as const;

/** Codes that are about one field although they come without errors[]. */
export const fieldOfCode: Record<string, string> = {
  'account.main-number-taken': 'mainNumber',
  'user.email-taken': 'admin.email',
  'password.too-short': 'admin.password',
  'password.too-long': 'admin.password',
  'password.too-common': 'admin.password',
  'password.personal': 'admin.password',
};
