import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '@/lib/api/client';
import type { OpenSlot, User, UserPage } from '@/lib/api/schema';
import { usersKey } from '@/lib/user/usersKey';
import { pageSize, type ListView } from './listView';

const SOON_MILLIS = 2_000;
const LATER_MILLIS = 30_000;

/** B5: one request for the whole table. Asks again soon while something of a visible row is still on its way. */
export function usersQuery(view: ListView) {
  return queryOptions({
    queryKey: [...usersKey, view],
    queryFn: ({ signal }): Promise<UserPage> => bodyOf(api.GET('/users', { params: { query: parametersOf(view) }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchOnWindowFocus: 'always',
    refetchInterval: ({ state }) => pauseAfter(state.data),
  });
}

/** The open slots of the account, which come with every page of the list. */
export const openSlotsQuery = queryOptions({
  queryKey: [...usersKey, 'open-slots'],
  queryFn: async ({ signal }): Promise<OpenSlot[]> =>
    (await bodyOf(api.GET('/users', { params: { query: { limit: 1 } }, signal }))).openSlots,
  staleTime: 0,
});

export function pauseAfter(page: UserPage | undefined): number {
  if (page === undefined) return LATER_MILLIS;
  return page.stale === true || page.items.some(isOnItsWay) ? SOON_MILLIS : LATER_MILLIS;
}

/** True while extension, bridge or mail of the row have not arrived. */
export function isOnItsWay(user: User): boolean {
  if (!user.extension || !user.bridgeId) return true;
  if (user.state !== 'INVITED') return false;
  return !user.invitation || user.invitation.delivery === 'QUEUED';
}

function parametersOf({ search, plans, states, withoutNumber, sort, cursor }: ListView) {
  return {
    limit: pageSize,
    ...(search !== '' && { search }),
    ...(plans.length > 0 && { plan: plans.join(',') }),
    ...(states.length > 0 && { state: states.join(',') }),
    ...(withoutNumber && { withoutNumber: true }),
    ...(sort !== '' && { sort }),
    ...(cursor !== undefined && { cursor }),
  };
}
