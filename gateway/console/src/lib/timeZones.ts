export interface TimeZone {
  id: string;
  /** Such as "America/New York". */
  name: string;
  /** Such as "Eastern Time, GMT-5". */
  description: string;
  /** What else people call it, such as "ET EST EDT". */
  keywords: string;
  /** True for the one that stands for its neighbours. */
  isTypical: boolean;
}

/** Names of today for those that browsers still list. */
const renamed: Record<string, string> = {
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Louisville': 'America/Kentucky/Louisville',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
};

const typical = new Set([
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Anchorage',
  'America/Sao_Paulo',
  'Asia/Hong_Kong',
  'Asia/Kolkata',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Europe/Athens',
  'Europe/London',
  'Europe/Moscow',
  'Europe/Paris',
  'Pacific/Auckland',
  'Pacific/Honolulu',
]);

const WINTER = new Date('2026-01-15T12:00:00Z');
const SUMMER = new Date('2026-07-15T12:00:00Z');

let known: TimeZone[] | undefined;

/** All zones the browser knows, with UTC, sorted by name. */
export function timeZones(): TimeZone[] {
  known ??= [...new Set([...Intl.supportedValuesOf('timeZone').map(currentZone), 'UTC'])]
    .map(zoneOf)
    .toSorted((a, b) => a.name.localeCompare(b.name));
  return known;
}

export function browserTimeZone(): string {
  return currentZone(Intl.DateTimeFormat().resolvedOptions().timeZone);
}

/** The name of today of a zone. */
export function currentZone(id: string): string {
  return renamed[id] ?? id;
}

export function zoneName(id: string): string {
  return id.replaceAll('_', ' ');
}

function zoneOf(id: string): TimeZone {
  const generic = part(id, 'longGeneric');
  const long = new Intl.DateTimeFormat('en', { timeZone: id, timeZoneName: 'long' });
  const names = [generic, nameIn(long, WINTER), nameIn(long, SUMMER)];
  const before = Object.entries(renamed).flatMap(([old, today]) => (today === id ? [zoneName(old)] : []));
  return {
    id,
    name: zoneName(id),
    description: `${generic.startsWith('GMT') ? nameIn(long, WINTER) : generic}, ${part(id, 'shortOffset')}`,
    isTypical: typical.has(id),
    keywords: [...new Set(names.map(capitals)), ...before].join(' '),
  };
}

function part(timeZone: string, timeZoneName: 'longGeneric' | 'shortOffset'): string {
  return nameIn(new Intl.DateTimeFormat('en', { timeZone, timeZoneName }), new Date());
}

function nameIn(format: Intl.DateTimeFormat, at: Date): string {
  return format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

/** Eastern Standard Time → EST. */
function capitals(name: string): string {
  return name.replaceAll(/[^A-Z]/g, '');
}
