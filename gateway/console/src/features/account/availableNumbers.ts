import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '@/lib/api/client';

const SHOWN = 12;

export interface NumberSearch {
  areaCode: string;
  contains: string;
}

/** A dozen numbers that nobody has; another request may bring others. */
export function availableNumbersQuery({ areaCode, contains }: NumberSearch) {
  return queryOptions({
    queryKey: ['available-numbers', areaCode, contains],
    queryFn: async ({ signal }) => {
      const query = { country: 'US', limit: SHOWN, ...(areaCode !== '' && { areaCode }), ...(contains !== '' && { contains }) };
      return (await bodyOf(api.GET('/phone-numbers/available', { params: { query }, signal }))).items;
    },
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
