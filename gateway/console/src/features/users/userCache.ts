import type { QueryClient } from '@tanstack/react-query';
import type { User, UserPage } from '@/lib/api/schema';
import { usersKey } from '@/lib/user/usersKey';

/** When to look again for what other services have to do first, such as opening the slot of a deleted user. */
const LOOKS_MILLIS = [1_000, 3_000, 8_000];

/** Shows a change in every list that holds the user at once, and asks the API what else has come of it (B5). */
export function showUser(client: QueryClient, user: User): void {
  changePages(client, (page) => ({ ...page, items: page.items.map((one) => (one.id === user.id ? { ...one, ...user } : one)) }));
  refreshUsers(client);
}

/** Takes a deleted user out of every list at once; his slot, if it is kept, is open a moment later. */
export function hideUser(client: QueryClient, userId: string): void {
  changePages(client, (page) => {
    const items = page.items.filter((one) => one.id !== userId);
    return { ...page, items, total: page.total - (page.items.length - items.length) };
  });
  refreshUsers(client);
  for (const pause of LOOKS_MILLIS) setTimeout(() => refreshUsers(client), pause);
}

/** False for one who has just been hidden, although his row may be drawn for a moment yet. */
export function isListed(client: QueryClient, userId: string): boolean {
  const pages = client.getQueriesData<UserPage | readonly unknown[]>({ queryKey: usersKey });
  return pages.some(([, data]) => data !== undefined && 'items' in data && data.items.some(({ id }) => id === userId));
}

export function refreshUsers(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: usersKey });
}

function changePages(client: QueryClient, change: (page: UserPage) => UserPage): void {
  client.setQueriesData<UserPage | readonly unknown[]>({ queryKey: usersKey }, (data) =>
    data !== undefined && 'items' in data ? change(data) : data,
  );
}
