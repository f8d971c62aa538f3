import { describe, expect, it } from 'vitest';
import { i18next } from './i18n';
import { homeCountry, readMobile } from './mobile';
import { pinFault } from './pinRules';
import { currentZone, timeZones } from './timeZones';
import { waitInWords } from './wait';

describe('a voicemail PIN', () => {
  it.each([
    ['842657', undefined],
    ['8426570193', undefined],
    ['84265', 'pin_format'],
    ['84265701934', 'pin_format'],
    ['84 657', 'pin_format'],
    ['٨٤٢٦٥٧', 'pin_format'],
    ['111111', 'pin_repetition'],
    ['12121212', 'pin_repetition'],
    ['1231231', 'pin_repetition'],
    ['123456', 'pin_run'],
    ['890123', 'pin_run'],
    ['321098', 'pin_run'],
    ['204816', 'pin_extension'],
  ])('D %s: %s', (pin, fault) => {
    expect(pinFault(pin, '204816')).toBe(fault);
  });
});

describe('a mobile number', () => {
  it.each([
    ['(212) 555-0187', '+12125550187'],
    ['1 212 555 0187', '+12125550187'],
    ['+44 20 7946 0018', '+442079460018'],
    ['555', undefined],
    ['call me', undefined],
  ])('D1 %s is read as %s', (typed, number) => {
    expect(readMobile(typed, 'US')).toBe(number);
  });

  it('D1 without a code it is one of the country of the number before, else of the browser’s language', () => {
    expect(homeCountry('+442079460018', ['en-US'])).toBe('GB');
    expect(homeCountry(null, ['en', 'de-AT'])).toBe('AT');
    expect(homeCountry(null, ['en'])).toBe('US');
  });
});

describe('time zones', () => {
  const zone = (id: string) => timeZones().find((one) => one.id === id);

  it('D1 bear the names that people know and search', () => {
    expect(zone('America/New_York')).toMatchObject({ name: 'America/New York', keywords: 'ET EST EDT', isTypical: true });
    expect(zone('America/New_York')?.description).toMatch(/^Eastern Time, GMT-[45]$/);
    expect(zone('UTC')?.description).toMatch(/^Coordinated Universal Time, GMT/);
  });

  it('D1 bear their names of today, and are found by those of before', () => {
    expect(currentZone('Asia/Calcutta')).toBe('Asia/Kolkata');
    expect(zone('Asia/Calcutta')).toBeUndefined();
    expect(zone('Asia/Kolkata')?.keywords).toContain('Asia/Calcutta');
  });
});

it('a wait is told in seconds, minutes or hours', () => {
  expect([1, 59, 90, 5_400, 80_000].map((seconds) => waitInWords(seconds, i18next.t))).toEqual([
    '1 second',
    '59 seconds',
    '2 minutes',
    '2 hours',
    '23 hours',
  ]);
});
