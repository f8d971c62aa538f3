import type { TFunction } from 'i18next';
import { ApiProblem, type FieldProblem } from '@/lib/api/problem';
import type { Money } from '@/lib/api/schema';
import { fieldName, fieldProblemText, problemText } from '@/lib/problemText';
import type { Row } from './rows';

const known = ['firstName', 'lastName', 'email', 'plan'] as const;

/** Why a row was not invited (C3). */
export interface RowRefusal {
  text: string;
  fields: { [name in keyof Row]?: string | undefined };
  /** The price that the API asks consent for (402). */
  quoted?: Money;
  /** The deleted user who has the address and can be brought back (D6). */
  deletedUser?: string;
}

export function refusalOf(problem: unknown, row: Row, t: TFunction): RowRefusal {
  if (!(problem instanceof ApiProblem)) return { text: problemText(problem, t), fields: {} };
  if (problem.outcomeUnknown) return { text: t('addUsers.unknown'), fields: {} };
  if (problem.status === 402 && problem.quote !== undefined) {
    const text = t('addUsers.quotedRow', { plan: t(`plans.${row.plan}`) });
    return { text, fields: {}, quoted: problem.quote.monthlyIncrease };
  }
  if (problem.code === 'user.email-taken') {
    return { text: t('addUsers.mendFields'), fields: { email: problemText(problem, t) } };
  }
  if (problem.code === 'user.deleted' && problem.userId !== undefined) {
    return { text: t('addUsers.deleted'), fields: { email: problemText(problem, t) }, deletedUser: problem.userId };
  }
  return atFields(problem, t);
}

function atFields(problem: ApiProblem, t: TFunction): RowRefusal {
  const nameOf = (error: FieldProblem) => known.find((name) => name === fieldName(error.pointer));
  const placed = problem.errors.filter((error) => nameOf(error) !== undefined);
  const rest = problem.errors.filter((error) => nameOf(error) === undefined);
  const isAll = placed.length > 0 && rest.length === 0;
  return {
    text: isAll ? t('addUsers.mendFields') : [problemText(problem, t), ...rest.map((error) => fieldProblemText(error, t))].join(' '),
    fields: Object.fromEntries(placed.map((error) => [nameOf(error), fieldProblemText(error, t)])),
  };
}
