import { vi } from 'vitest';

/** From now on the page stays where it is; returns the addresses that it would have left for. */
export function watchLeaving(): string[] {
  const left: string[] = [];
  const { href, origin, pathname } = window.location;
  vi.stubGlobal('location', { href, origin, pathname, assign: (address: string) => left.push(address) });
  return left;
}
