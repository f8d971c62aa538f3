import type { TFunction } from 'i18next';
import type { AuditEntry } from '@/lib/api/schema';
import { formatPhone } from '@/lib/format';
import { isKnown, plainAction, textKey } from './actions';

/** One act as a person would tell it: "Ada Ngata suspended José Okafor". */
export function sentenceOf(entry: AuditEntry, t: TFunction): string {
  const told = wordsOf(entry, t).trim();
  // People keep the letters of their names; words of ours begin a sentence like any other.
  return told.startsWith(t('audit.who.erased')) ? told.charAt(0).toLocaleUpperCase() + told.slice(1) : told;
}

function wordsOf(entry: AuditEntry, t: TFunction): string {
  const names = { actor: actorName(entry, t), subject: subjectName(entry, t) };
  if (!isKnown(entry.action)) return t(`audit.unknown.${viewpoint(entry)}`, { ...names, what: plainAction(entry.action) });
  const { plan, changed, number, ...details } = entry.details;
  const words = {
    ...details,
    ...names,
    plan: plan === undefined ? '' : t(`plans.${plan}`, { defaultValue: plan }),
    number: number === undefined ? '' : formatPhone(number),
    changed: fieldsInWords(changed, t),
  };
  const key = `${textKey(entry.action)}${turn(entry)}`;
  return t([`audit.sentences.${key}.${viewpoint(entry)}`, `audit.sentences.${key}.other`], words);
}

export function actorName({ actor }: AuditEntry, t: TFunction): string {
  switch (actor.type) {
    case 'USER':
    case 'LINK':
      return actor.name ?? t('audit.who.erased');
    case 'SUPPORT':
      return t('audit.who.support');
    case 'SYSTEM':
      return t('audit.who.system');
  }
}

/** Empty for what has no name, such as the company itself. */
export function subjectName({ subject }: AuditEntry, t: TFunction): string {
  return subject.type === 'USER' ? (subject.name ?? t('audit.who.erased')) : '';
}

/** Many acts read otherwise when somebody does them to himself, or when nobody does them. */
function viewpoint({ actor, subject }: AuditEntry): 'self' | 'system' | 'company' | 'other' {
  if (actor.type === 'SYSTEM') return 'system';
  if (subject.type !== 'USER') return 'company';
  return actor.id === subject.id && actor.type !== 'SUPPORT' ? 'self' : 'other';
}

/** The same act in one direction or the other. */
function turn({ action, details }: AuditEntry): string {
  switch (action) {
    case 'user.role-changed':
      return details['role'] === 'ADMIN' ? '_on' : '_off';
    case 'account.security-changed':
      return details['twoStepRequiredForAdmins'] === 'true' ? '_on' : '_off';
    case 'account.admin-changed':
      return details['otherAdmins'] === 'kept' ? '_on' : '_off';
    case 'session.sign-in-failed':
      return details['reason'] === 'CODE' ? '_on' : '_off';
    default:
      return '';
  }
}

function fieldsInWords(changed: string | undefined, t: TFunction): string {
  const fields = (changed ?? '').split(/,\s*/).filter((field) => field !== '');
  const words = fields.map((field) => t(`audit.fields.${field}`, { defaultValue: field }));
  return new Intl.ListFormat(document.documentElement.lang || 'en', { type: 'conjunction' }).format(words);
}
