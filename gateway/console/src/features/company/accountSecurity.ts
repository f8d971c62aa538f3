import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '@/lib/api/client';
import type { AccountSecurity } from '@/lib/api/schema';

export const securityQuery = queryOptions({
  queryKey: ['account-security'],
  queryFn: ({ signal }): Promise<AccountSecurity> => bodyOf(api.GET('/account/security', { signal })),
});

/** 412 when another admin was faster. */
export function requireTwoStep(required: boolean, version: number): Promise<AccountSecurity> {
  const header = { 'If-Match': `"${version}"` };
  return bodyOf(api.PUT('/account/security', { params: { header }, body: { twoStepRequiredForAdmins: required } }));
}
