import type { TFunction } from 'i18next';
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { ApiProblem } from './api/problem';
import { fieldName, fieldProblemText } from './problemText';

/** Codes that are about one field although the answer has no errors[]. */
type FieldOfCode = Record<string, string>;

/**
 * Puts each error of the answer beside its field and moves the focus to the first.
 *
 * @returns true when every error found its field, so that nothing is left to say elsewhere
 */
export function showFieldErrors<T extends FieldValues>(
  problem: unknown,
  form: UseFormReturn<T>,
  known: readonly string[],
  t: TFunction,
  fieldOfCode: FieldOfCode = {},
): boolean {
  if (!(problem instanceof ApiProblem)) return false;
  const field = fieldOfCode[problem.code];
  const errors =
    problem.errors.length > 0 || field === undefined
      ? problem.errors
      : [{ pointer: `/${field.replaceAll('.', '/')}`, code: problem.code, detail: problem.detail }];
  let placed = 0;
  for (const error of errors) {
    const name = known.find((one) => fieldName(error.pointer) === one || fieldName(error.pointer).startsWith(`${one}.`));
    if (name === undefined) continue;
    form.setError(name as Path<T>, { type: 'server', message: fieldProblemText(error, t) }, { shouldFocus: placed === 0 });
    placed++;
  }
  return placed > 0 && placed === errors.length;
}
