import { describe, expect, it } from 'vitest';
import { formatBridge, formatMoney, formatPhone, initials } from './format';
import { IdempotencyKey } from './idempotency';
import { judgePassword, personalWords } from './passwordRules';
import { returnPath, signInPath } from './paths';
import { timeZones } from './timeZones';

describe('what people read', () => {
  it('money is cents in the language of the page', () => {
    expect(formatMoney({ amountCents: 1499, currency: 'USD' })).toBe('$14.99');
  });

  it('B1 numbers as their country writes them, bridges 3-3-4', () => {
    expect(formatPhone('+12125550142')).toBe('(212) 555-0142');
    expect(formatPhone('+442079460018')).toBe('+44 20 7946 0018');
    expect(formatPhone('odd')).toBe('odd');
    expect(formatBridge('4217073531')).toBe('421 707 3531');
  });

  it('B1 initials of any alphabet', () => {
    expect(initials('Émilie', 'du Châtelet')).toBe('ÉD');
    expect(initials('𝒜da', '')).toBe('𝒜');
  });

  it('A1 the time zones hold UTC and each of them once', () => {
    const ids = timeZones().map(({ id }) => id);
    expect(ids).toContain('UTC');
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the return address of a sign-in', () => {
  it.each([
    ['/users?search=a', '/users?search=a'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    ['//', '/'],
    [null, '/'],
  ])('%s leads to %s', (next, expected) => {
    expect(returnPath(next)).toBe(expected);
  });

  it('is left out for the start page', () => {
    expect(signInPath('/')).toBe('/sign-in');
    expect(signInPath('/users')).toBe('/sign-in?next=%2Fusers');
  });
});

describe('a password', () => {
  const words = personalWords({ firstName: 'Ada', lastName: 'Lovelace', email: 'countess@acme.example', companyName: 'Acme' });

  it('A5 has 12 to 128 characters, counted as people count them', () => {
    expect(judgePassword('a'.repeat(11), words).length).toBe(false);
    expect(judgePassword('🎲'.repeat(12), words).length).toBe(true);
    expect(judgePassword('a'.repeat(129), words).length).toBe(false);
  });

  it('A5 is not the name, e-mail or company in any case of letters', () => {
    for (const word of ['ada lovelace', 'COUNTESS@acme.example', 'Acme']) expect(judgePassword(word, words).impersonal).toBe(false);
    expect(judgePassword('analytical engine', words).impersonal).toBe(true);
  });
});

describe('an Idempotency-Key', () => {
  it('I15 stays for the same request until it is settled', () => {
    const key = new IdempotencyKey();
    const first = key.for({ a: 1 });
    expect(key.for({ a: 1 })).toBe(first);
    expect(key.for({ a: 2 })).not.toBe(first);
    const second = key.for({ a: 2 });
    key.settled();
    expect(key.for({ a: 2 })).not.toBe(second);
  });
});
