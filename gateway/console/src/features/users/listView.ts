import type { PlanCode } from '@/lib/api/schema';
import { planCodes } from '@/lib/plans';

export const pageSize = 50;
export const filterStates = ['ACTIVE', 'INVITED', 'SUSPENDED'] as const;
export const sortKeys = ['lastName', 'plan', 'number', 'extension', 'state'] as const;

export type FilterState = (typeof filterStates)[number];
export type SortKey = (typeof sortKeys)[number];

/** What of the list is shown; kept in the address, so that it can be shared and survives a reload (B4). */
export interface ListView {
  search: string;
  plans: PlanCode[];
  states: FilterState[];
  withoutNumber: boolean;
  /** Empty: by last name. `-` in front: descending. */
  sort: '' | SortKey | `-${SortKey}`;
  cursor?: string;
  /** The number of the page, from 1; only for people, the cursor leads. */
  page: number;
}

export function readView(search: URLSearchParams): ListView {
  const cursor = search.get('cursor');
  const sort = search.get('sort') ?? '';
  return {
    search: search.get('search') ?? '',
    plans: listed(search.get('plan'), planCodes),
    states: listed(search.get('state'), filterStates),
    withoutNumber: search.get('withoutNumber') === 'true',
    sort: sortKeys.includes(sort.replace(/^-/, '') as SortKey) ? (sort as ListView['sort']) : '',
    ...(cursor !== null && { cursor }),
    page: cursor === null ? 1 : Math.max(2, Number.parseInt(search.get('page') ?? '2', 10) || 2),
  };
}

export function writeView(view: ListView): URLSearchParams {
  const search = new URLSearchParams();
  if (view.search !== '') search.set('search', view.search);
  if (view.plans.length > 0) search.set('plan', view.plans.join(','));
  if (view.states.length > 0) search.set('state', view.states.join(','));
  if (view.withoutNumber) search.set('withoutNumber', 'true');
  if (view.sort !== '') search.set('sort', view.sort);
  if (view.cursor !== undefined) {
    search.set('cursor', view.cursor);
    search.set('page', String(view.page));
  }
  return search;
}

export function isFiltered({ search, plans, states, withoutNumber }: ListView): boolean {
  return search !== '' || plans.length > 0 || states.length > 0 || withoutNumber;
}

function listed<T extends string>(value: string | null, known: readonly T[]): T[] {
  const asked = (value ?? '').split(',');
  return known.filter((one) => asked.includes(one));
}
