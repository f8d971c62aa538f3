import { describe, expect, it } from 'vitest';
import { plans, usd } from '@/testing/mockApi/plans';
import { pricesOf, totalOf } from './pricing';

const twoPlus = [
  { id: '1', plan: 'PLUS' as const },
  { id: '2', plan: 'PLUS' as const },
];

describe('the price of the rows', () => {
  it('C1 open slots go to the first rows of their plan', () => {
    const rows = [{ plan: 'PLUS' as const }, { plan: 'PRO' as const }, { plan: 'PLUS' as const }, { plan: 'PLUS' as const }];
    expect(pricesOf(rows, twoPlus, plans)).toEqual([null, usd(2999), null, usd(1999)]);
  });

  it('C2 what the API has quoted for a row counts, and its slot goes to the next', () => {
    const rows = [{ plan: 'PLUS' as const, quoted: usd(1999) }, { plan: 'PLUS' as const }];
    expect(pricesOf(rows, twoPlus, plans)).toEqual([usd(1999), null]);
  });

  it('C1 the total is the sum of what is paid, and none when all is included', () => {
    expect(totalOf([usd(1999), null, usd(2999)])).toEqual(usd(4998));
    expect(totalOf([null, null])).toBeNull();
  });
});
