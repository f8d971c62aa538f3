import type { QueryClient } from '@tanstack/react-query';
import type { User, UserPage } from '@/lib/api/schema';
import { usersKey } from './listUsers';

/** Shows a change in every list that holds the user at once, and asks the API what else has come of it (B5). */
export function showUser(client: QueryClient, user: User): void {
  changePages(client, (page) => ({ ...page, items: page.items.map((one) => (one.id === user.id ? { ...one, ...user } : one)) }));
  refreshUsers(client);
}

/** Takes a deleted user out of every list at once. */
export function hideUser(client: QueryClient, userId: string): void {
  changePages(client, (page) => {
    const items = page.items.filter((one) => one.id !== userId);
    return { ...page, items, total: page.total - (page.items.length - items.length) };
  });
  refreshUsers(client);
}

export function refreshUsers(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: usersKey });
}

function changePages(client: QueryClient, change: (page: UserPage) => UserPage): void {
  client.setQueriesData<UserPage | readonly unknown[]>({ queryKey: usersKey }, (data) =>
    data !== undefined && 'items' in data ? change(data) : data,
  );
}
