import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client';

const SHOWN = 12;

export interface NumberSearch {
  /** ISO 3166-1, two letters. */
  country: string;
  areaCode: string;
  contains: string;
  city: string;
}

/** A dozen numbers that nobody has; another request may bring others. */
export function availableNumbersQuery({ country, areaCode, contains, city }: NumberSearch) {
  return queryOptions({
    queryKey: ['available-numbers', country, areaCode, contains, city],
    queryFn: async ({ signal }) => {
      const query = {
        country,
        limit: SHOWN,
        ...(areaCode !== '' && { areaCode }),
        ...(contains !== '' && { contains }),
        ...(city !== '' && { city }),
      };
      return bodyOf(api.GET('/phone-numbers/available', { params: { query }, signal }));
    },
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
