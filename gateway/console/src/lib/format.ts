import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Money } from './api/schema';

/** Cents as a price in the language of the page: 1499 USD → $14.99. */
export function formatMoney({ amountCents, currency }: Money, locale = document.documentElement.lang || 'en'): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amountCents / 100);
}

/** E.164 as people of the number's country write it; other countries with their code. */
export function formatPhone(number: string): string {
  const parsed = parsePhoneNumberFromString(number);
  if (parsed === undefined) return number;
  return parsed.countryCallingCode === '1' ? parsed.formatNational() : parsed.formatInternational();
}

/** E.164 with its country code, as it is dialled from anywhere: +12125550187 → +1 212 555 0187. */
export function formatInternational(number: string): string {
  return parsePhoneNumberFromString(number)?.formatInternational() ?? number;
}

/** 1234567890 → 123 456 7890, as it is read aloud. */
export function formatBridge(id: string): string {
  return id.length === 10 ? `${id.slice(0, 3)} ${id.slice(3, 6)} ${id.slice(6)}` : id;
}

export function initials(firstName: string, lastName: string): string {
  return [firstName, lastName].map((name) => [...name.trim()][0] ?? '').join('').toLocaleUpperCase();
}

export function fullName(person: { firstName: string; lastName: string }): string {
  return `${person.firstName} ${person.lastName}`.trim();
}

/** A moment in the language and time zone of the reader: Mar 2, 2026, 10:04 AM. */
export function formatDateTime(at: string): string {
  return new Intl.DateTimeFormat(pageLanguage(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
}

/** A time of the day: 3:15 PM. */
export function formatTime(at: string): string {
  return new Intl.DateTimeFormat(pageLanguage(), { timeStyle: 'short' }).format(new Date(at));
}

export function formatDate(at: string): string {
  return new Intl.DateTimeFormat(pageLanguage(), { dateStyle: 'medium' }).format(new Date(at));
}

/** A calendar day, in no time zone: 2026-04-10 → Apr 10, 2026. */
export function formatDay(day: string): string {
  return new Intl.DateTimeFormat(pageLanguage(), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** A calendar month: 2026-11 → November 2026. */
export function formatMonth(month: string): string {
  return new Intl.DateTimeFormat(pageLanguage(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));
}

export function formatCount(count: number): string {
  return new Intl.NumberFormat(pageLanguage()).format(count);
}

/** A moment to the second, with the zone. */
export function formatExactly(at: string): string {
  return new Intl.DateTimeFormat(pageLanguage(), { dateStyle: 'full', timeStyle: 'long' }).format(new Date(at));
}

const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** How long ago a moment was, in the largest unit that fits: 5 minutes ago. */
export function formatAgo(at: string, now = Date.now()): string {
  const seconds = Math.max(0, (now - Date.parse(at)) / 1000);
  const format = new Intl.RelativeTimeFormat(pageLanguage(), { numeric: 'auto' });
  for (const [unit, length] of units) if (seconds >= length) return format.format(-Math.floor(seconds / length), unit);
  return format.format(0, 'second');
}

function pageLanguage(): string {
  return document.documentElement.lang || 'en';
}
