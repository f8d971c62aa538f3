export interface TimeZone {
  id: string;
  /** Such as "America/New York". */
  name: string;
  /** Such as "GMT-5". */
  offset: string;
}

/** All zones the browser knows, with UTC, sorted by name. */
export function timeZones(): TimeZone[] {
  const ids = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);
  return [...ids].map((id) => ({ id, name: id.replaceAll('_', ' '), offset: offsetOf(id) })).toSorted((a, b) => a.name.localeCompare(b.name));
}

export function browserTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function offsetOf(timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts();
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
}
