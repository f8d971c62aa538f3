import type { AuditQuery } from '@/lib/api/schema';

/** Which acts are shown; kept in the address, so that a view can be shared and survives a reload. */
export interface AuditView {
  /** Ids of users; empty: anybody. */
  actor: string;
  subject: string;
  action: string;
  /** Days of the reader's time zone, such as 2026-03-02; both belong to it. */
  from: string;
  to: string;
}

export const noFilter: AuditView = { actor: '', subject: '', action: '', from: '', to: '' };

const names = ['actor', 'subject', 'action', 'from', 'to'] as const;

export function readView(search: URLSearchParams): AuditView {
  const view = { ...noFilter };
  for (const name of names) view[name] = search.get(name) ?? '';
  return { ...view, from: dayOf(view.from), to: dayOf(view.to) };
}

export function writeView(view: AuditView): URLSearchParams {
  return new URLSearchParams(names.filter((name) => view[name] !== '').map((name) => [name, view[name]]));
}

export function isFiltered(view: AuditView): boolean {
  return names.some((name) => view[name] !== '');
}

export function isBackwards({ from, to }: AuditView): boolean {
  return from !== '' && to !== '' && from > to;
}

/** The view in the terms of the API: moments instead of days. */
export function queryOf({ actor, subject, action, from, to }: AuditView): AuditQuery {
  return {
    ...(actor !== '' && { actor }),
    ...(subject !== '' && { subject }),
    ...(action !== '' && { action }),
    ...(from !== '' && { from: midnight(from, 0) }),
    ...(to !== '' && { to: midnight(to, 1) }),
  };
}

/** A download of the same entries as a spreadsheet can open. */
export function exportAddress(view: AuditView): string {
  const query = new URLSearchParams({ ...queryOf(view) }).toString();
  return `/api/v1/audit/export${query === '' ? '' : `?${query}`}`;
}

/** When a day begins where the reader is, or one of the days after it; the clock's changes are minded. */
function midnight(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}

function dayOf(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : '';
}
