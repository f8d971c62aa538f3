import type { CountryCode } from 'libphonenumber-js/min';
import type { TFunction } from 'i18next';
import type { EditUser, UserDetails } from '@/lib/api/schema';
import { formatPhone } from '@/lib/format';
import { homeCountry, readMobile } from '@/lib/mobile';
import { pinFault } from '@/lib/pinRules';
import { z } from '@/lib/zod';

const longestName = 100;

/** What is typed. The fields bear the names of the request's, so that each pointer of an answer finds its field. */
export interface EditForm {
  firstName: string;
  lastName: string;
  email: string;
  mobile: string;
  timeZone: string;
  language: string;
  /** Empty: as it is. */
  voicemailPin: string;
  removePin: boolean;
}

export const editFields = ['firstName', 'lastName', 'email', 'mobile', 'timeZone', 'language', 'voicemailPin'] as const;

/** Answers that are about one field even where they do not point at it. */
export const fieldOfCode = {
  'user.email-taken': 'email',
  'user.email-fixed': 'email',
  'user.deleted': 'email',
  'user.mobile-invalid': 'mobile',
  'pin.format': 'voicemailPin',
  'pin.repetition': 'voicemailPin',
  'pin.run': 'voicemailPin',
  'pin.extension': 'voicemailPin',
};

export function editSchema(user: UserDetails, t: TFunction) {
  const home = homeOf(user);
  const name = z.string().trim().min(1, t('editUser.errors.required')).max(longestName, t('editUser.errors.tooLong', { most: longestName }));
  const email = z.string().trim();
  return z
    .object({
      firstName: name,
      lastName: name,
      email: user.state === 'INVITED' ? email.pipe(z.email(t('editUser.errors.email'))) : email,
      mobile: z.string().trim().refine((typed) => typed === '' || readMobile(typed, home) !== undefined, t('problems.user_mobile-invalid')),
      timeZone: z.string().min(1, t('editUser.errors.timeZone')),
      language: z.string(),
      voicemailPin: z.string().trim(),
      removePin: z.boolean(),
    })
    .superRefine(
      ({ voicemailPin, removePin }, context) => {
        const fault = voicemailPin === '' || removePin ? undefined : pinFault(voicemailPin, user.extension);
        if (fault !== undefined) context.addIssue({ code: 'custom', path: ['voicemailPin'], message: t(`problems.${fault}`) });
      },
      // The PIN is judged even while other fields are not right yet.
      { when: () => true },
    ) satisfies z.ZodType<EditForm>;
}

export function homeOf({ mobile }: UserDetails): CountryCode {
  return homeCountry(mobile);
}

export function valuesOf(user: UserDetails): EditForm {
  const { firstName, lastName, email, mobile, timeZone, language } = user;
  return { firstName, lastName, email, mobile: mobile ? formatPhone(mobile) : '', timeZone, language, voicemailPin: '', removePin: false };
}

/** Only what is other than before goes to the API. */
export function changesOf(user: UserDetails, values: EditForm): EditUser {
  const { firstName, lastName, email, timeZone, language, voicemailPin, removePin } = values;
  const mobile = values.mobile === '' ? null : (readMobile(values.mobile, homeOf(user)) ?? values.mobile);
  return {
    ...(firstName !== user.firstName && { firstName }),
    ...(lastName !== user.lastName && { lastName }),
    ...(email !== user.email && { email }),
    ...(mobile !== (user.mobile ?? null) && { mobile }),
    ...(timeZone !== user.timeZone && { timeZone }),
    ...(language !== user.language && { language }),
    ...(removePin ? { voicemailPin: null } : voicemailPin !== '' && { voicemailPin }),
  };
}
