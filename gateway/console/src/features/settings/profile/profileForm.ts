import type { TFunction } from 'i18next';
import type { EditUser, UserDetails } from '@/lib/api/schema';
import { formatPhone } from '@/lib/format';
import { homeCountry, readMobile } from '@/lib/mobile';
import { z } from '@/lib/zod';

const longestName = 100;

/** The fields bear the names of the request's, so that each pointer of an answer finds its field. */
export interface Profile {
  firstName: string;
  lastName: string;
  mobile: string;
  timeZone: string;
  language: string;
}

export const profileFields = ['firstName', 'lastName', 'mobile', 'timeZone', 'language'] as const;

export type ProfileField = (typeof profileFields)[number];

export function isProfileField(field: string): field is ProfileField {
  return (profileFields as readonly string[]).includes(field);
}

export const fieldOfCode = { 'user.mobile-invalid': 'mobile' };

export function profileSchema(user: UserDetails, t: TFunction) {
  const home = homeCountry(user.mobile);
  const tooLong = t('settings.errors.tooLong', { most: longestName });
  const name = z.string().trim().min(1, t('settings.errors.required')).max(longestName, tooLong);
  const isNumber = (typed: string) => typed === '' || readMobile(typed, home) !== undefined;
  return z.object({
    firstName: name,
    lastName: name,
    mobile: z.string().trim().refine(isNumber, t('problems.user_mobile-invalid')),
    timeZone: z.string().min(1, t('settings.errors.timeZone')),
    language: z.string(),
  }) satisfies z.ZodType<Profile>;
}

export function valuesOf({ firstName, lastName, mobile, timeZone, language }: UserDetails): Profile {
  return { firstName, lastName, mobile: mobile ? formatPhone(mobile) : '', timeZone, language };
}

/** Only what is other than before goes to the API. */
export function changesOf(user: UserDetails, { firstName, lastName, timeZone, language, ...typed }: Profile): EditUser {
  const mobile = typed.mobile === '' ? null : (readMobile(typed.mobile, homeCountry(user.mobile)) ?? typed.mobile);
  return {
    ...(firstName !== user.firstName && { firstName }),
    ...(lastName !== user.lastName && { lastName }),
    ...(mobile !== (user.mobile ?? null) && { mobile }),
    ...(timeZone !== user.timeZone && { timeZone }),
    ...(language !== user.language && { language }),
  };
}
