import type { NumberUse, PhoneNumberState } from '@/lib/api/schema';

/** What the page shows; it is in the address, so that it can be kept and sent. */
export interface NumbersView {
  show: Show;
  /** Digits. */
  search: string;
}

export const shows = ['all', 'main', 'direct', 'unassigned', 'released'] as const;
export type Show = (typeof shows)[number];

const filters: Record<Show, { use?: NumberUse; state?: PhoneNumberState }> = {
  all: {},
  main: { use: 'COMPANY_MAIN' },
  direct: { use: 'DIRECT' },
  unassigned: { state: 'UNASSIGNED' },
  released: { state: 'QUARANTINED' },
};

export const everything: NumbersView = { show: 'all', search: '' };

export function isFiltered({ show, search }: NumbersView): boolean {
  return show !== 'all' || search !== '';
}

export function readView(search: URLSearchParams): NumbersView {
  const show = shows.find((one) => one === search.get('show')) ?? 'all';
  return { show, search: search.get('search') ?? '' };
}

export function writeView({ show, search }: NumbersView): URLSearchParams {
  const written = new URLSearchParams();
  if (show !== 'all') written.set('show', show);
  if (search !== '') written.set('search', search);
  return written;
}

/** Numbers are searched by their digits, however somebody writes them. */
export function queryOf({ show, search }: NumbersView) {
  const contains = search.replaceAll(/\D/g, '').slice(0, 15);
  return { ...filters[show], ...(contains !== '' && { contains }) };
}
