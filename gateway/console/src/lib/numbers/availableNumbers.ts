import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client';

const SHOWN = 12;

export interface NumberSearch {
  areaCode: string;
  contains: string;
  city: string;
}

/** A dozen numbers that nobody has; another request may bring others. */
export function availableNumbersQuery({ areaCode, contains, city }: NumberSearch) {
  return queryOptions({
    queryKey: ['available-numbers', areaCode, contains, city],
    queryFn: async ({ signal }) => {
      const query = {
        country: 'US',
        limit: SHOWN,
        ...(areaCode !== '' && { areaCode }),
        ...(contains !== '' && { contains }),
        ...(city !== '' && { city }),
      };
      return (await bodyOf(api.GET('/phone-numbers/available', { params: { query }, signal }))).items;
    },
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
