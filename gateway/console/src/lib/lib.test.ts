import { describe, expect, it } from 'vitest';
import { deviceInWords } from './device';
import { formatAgo, formatBridge, formatMoney, formatPhone, initials } from './format';
import { IdempotencyKey } from './idempotency';
import { advise, judgePassword, personalWords } from './passwordRules';
import { returnPath, signInPath, supportSignInPath } from './paths';
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
    expect(supportSignInPath('/support')).toBe('/support/sign-in');
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
    for (const word of ['AdaLovelace-1815!', '1815 lovelace']) expect(judgePassword(word, words).impersonal).toBe(false);
    expect(judgePassword('analytical engine', words).impersonal).toBe(true);
  });
});

describe('the hint below a new password', () => {
  const words = personalWords({ firstName: 'Ada', lastName: 'Lovelace', email: 'countess@acme.example', companyName: 'Acme Works' });

  it.each([
    ['', 'start'],
    ['a1', 'more'],
    ['a'.repeat(129), 'fewer'],
    ['Ada.Lovelace.1815', 'personal'],
    ['abcabcabcabcabcabc', 'varied'],
    ['aaaaaaaaaaaab', 'varied'],
    ['analytical-7', 'longer'],
    ['four lighthouses at low tide', 'strong'],
  ])('A5 %s: %s', (password, advice) => {
    expect(advise(password, words).advice).toBe(advice);
  });

  it('A5 says how many characters are missing', () => {
    expect(advise('🎲🎲', words).missing).toBe(10);
  });
});

describe('when and with what', () => {
  it('A4 how long ago, in the largest unit that fits', () => {
    const now = Date.parse('2026-03-02T12:00:00Z');
    const ago = (at: string) => formatAgo(at, now);
    expect(ago('2026-03-02T11:59:40Z')).toBe('now');
    expect(ago('2026-03-02T11:55:00Z')).toBe('5 minutes ago');
    expect(ago('2026-03-02T09:10:00Z')).toBe('2 hours ago');
    expect(ago('2026-03-01T11:00:00Z')).toBe('yesterday');
    expect(ago('2026-03-02T12:00:09Z')).toBe('now');
  });

  it('A4 a user agent in words', () => {
    const safari = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1';
    const edge = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/147.0.0.0 Safari/537.36 Edg/147.0.0.0';
    expect(deviceInWords(safari)).toBe('Safari on iPhone');
    expect(deviceInWords(edge)).toBe('Edge on Windows');
    expect(deviceInWords('python-requests/2.32')).toBeUndefined();
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
