import type { TFunction } from 'i18next';
import { ApiProblem, type FieldProblem } from './api/problem';
import { waitInWords } from './wait';

/** A problem in the person's words: by its code where we have a text, else what the server says. */
export function problemText(problem: unknown, t: TFunction): string {
  if (!(problem instanceof ApiProblem)) return t('problems.unexpected');
  const wait = problem.retryAfter === undefined ? t('wait.aWhile') : waitInWords(problem.retryAfter, t);
  return t(`problems.${problem.code.replaceAll('.', '_')}`, {
    defaultValue: problem.detail || t('problems.unexpected'),
    wait,
  });
}

export function fieldProblemText(field: FieldProblem, t: TFunction): string {
  const byServer = field.detail ?? t('problems.field');
  return field.code === undefined ? byServer : t(`problems.${field.code.replaceAll('.', '_')}`, { defaultValue: byServer });
}

/** `/admin/email` or `#/admin/email` → `admin.email`: the name of the form's field. */
export function fieldName(pointer: string | undefined): string {
  return (pointer ?? '').replace(/^#?\//, '').split('/').map(unescapePointer).join('.');
}

function unescapePointer(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}
