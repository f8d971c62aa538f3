import type { QueryClient } from '@tanstack/react-query';
import { usersKey } from '../user/usersKey';

export const numbersKey = ['numbers'] as const;

/** Everything that shows numbers asks again. */
export function refreshNumbers(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: numbersKey });
  void client.invalidateQueries({ queryKey: usersKey });
}
