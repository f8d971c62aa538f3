import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '@/lib/api/client';
import type { TwoStep } from '@/lib/api/schema';

export const twoStepQuery = queryOptions({
  queryKey: ['two-step'],
  queryFn: ({ signal }): Promise<TwoStep> => bodyOf(api.GET('/two-step', { signal })),
  staleTime: 0,
});

/** The secret for the app, told this once. */
export interface SetUp {
  secret: string;
  /** otpauth://, for the QR code. */
  uri: string;
}

/** Nothing changes before a code of the app confirms it. */
export function beginTwoStep(password: string): Promise<SetUp> {
  return bodyOf(api.POST('/two-step/enrolment', { body: { password } }));
}

/** Switches it on; answers the recovery codes, which are told this once. Other sessions end. */
export async function confirmTwoStep(code: string): Promise<string[]> {
  return (await bodyOf(api.POST('/two-step/confirmation', { body: { code } }))).recoveryCodes;
}

/** New recovery codes; those before are void. */
export async function renewRecoveryCodes(code: string): Promise<string[]> {
  return (await bodyOf(api.POST('/two-step/recovery-codes', { body: { code } }))).recoveryCodes;
}

/** Switches it off; other sessions end. */
export async function removeTwoStep(request: { password: string; code: string }): Promise<void> {
  await api.POST('/two-step/removal', { body: request });
}

/** What is typed with spaces, as it is shown. */
export function codeOf(typed: string): string {
  return typed.replaceAll(/\s/g, '');
}
