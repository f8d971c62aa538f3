import { json } from './answers.ts';
import { usd } from './plans.ts';
import type { Routes } from './route.ts';

export const phoneNumberRoutes: Routes = {
  'GET /phone-numbers/available': ({ query }) => json(200, { items: availableNumbers(query), countries: ['CA', 'US'] }),
};

function availableNumbers(query: URLSearchParams) {
  const places = query.get('country') === 'CA' ? [{ areaCode: '416', locality: 'Toronto', region: 'ON' }] : [
    { areaCode: '212', locality: 'New York', region: 'NY' },
    { areaCode: '312', locality: 'Chicago', region: 'IL' },
    { areaCode: '415', locality: 'San Francisco', region: 'CA' },
  ];
  return places
    .filter(({ locality }) => locality.toLowerCase().startsWith((query.get('city') ?? '').toLowerCase()))
    .filter(({ areaCode }) => !query.has('areaCode') || query.get('areaCode') === areaCode)
    .flatMap(({ areaCode, ...place }) =>
      [101, 117, 138, 177].map((line) => ({ number: `+1${areaCode}5550${line}`, ...place, monthlyPrice: usd(499) })),
    )
    .filter(({ number }) => number.includes(query.get('contains') ?? ''));
}
