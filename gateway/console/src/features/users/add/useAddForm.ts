import { zodResolver } from '@hookform/resolvers/zod';
import { useMemo, useState } from 'react';
import { useFieldArray, useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '@/lib/api/problem';
import type { OpenSlot, Plan, PlanCode, User } from '@/lib/api/schema';
import { fieldName, fieldProblemText, problemText } from '@/lib/problemText';
import { pricesOf, totalOf } from './pricing';
import { addSchema, emptyRow, type AddForm, type Row, type RowRefusal } from './rows';
import { useInvites, type Outcome } from './useInvites';

const fields = ['firstName', 'lastName', 'email'] as const;

/** The rows with what they cost, and what became of them. */
export function useAddForm(plans: readonly Plan[], openSlots: readonly OpenSlot[], firstPlan: PlanCode) {
  const { t } = useTranslation();
  const schema = useMemo(() => addSchema(t), [t]);
  const form = useForm<AddForm>({
    resolver: zodResolver(schema),
    defaultValues: { rows: [emptyRow(firstPlan)], consent: false },
  });
  const array = useFieldArray({ control: form.control, name: 'rows' });
  const values = useWatch({ control: form.control, name: 'rows' });
  const { send, progress } = useInvites();
  const [refusals, setRefusals] = useState<ReadonlyMap<string, RowRefusal>>(new Map());
  const [invited, setInvited] = useState<{ user: User; plan: PlanCode }[]>([]);

  const quoted = array.fields.map(({ id }) => refusals.get(id)?.quoted);
  const prices = pricesOf(values.map(({ plan }, index) => ({ plan, quoted: quoted[index] })), openSlots, plans);

  const submit = form.handleSubmit(async ({ rows, consent }) => {
    if (progress !== undefined) return;
    if (totalOf(prices) !== null && !consent) {
      form.setError('consent', { type: 'needed', message: t('addUsers.consentNeeded') }, { shouldFocus: true });
      return;
    }
    setInvited([]);
    setRefusals(new Map());
    const sends = array.fields.map(({ id }, index) => ({
      id,
      row: rows[index] ?? emptyRow(firstPlan),
      acceptCharges: prices[index] !== null,
    }));
    settle(await send(sends));
  });

  /** Invited rows leave the form; refused ones stay, each with its reason. */
  const settle = (outcomes: readonly Outcome[]) => {
    const done = outcomes.filter((outcome) => 'user' in outcome);
    const open = outcomes.filter((outcome) => 'problem' in outcome);
    setInvited(done.map(({ user, row }) => ({ user, plan: row.plan })));
    form.setValue('consent', false);
    const doneAt = array.fields.flatMap(({ id }, index) => (done.some((one) => one.id === id) ? [index] : []));
    if (open.length === 0) {
      array.replace([emptyRow(firstPlan)]);
      return;
    }
    array.remove(doneAt);
    setRefusals(new Map(open.map(({ id, problem, row }) => [id, refusalOf(problem, row)])));
    open.forEach(({ problem }, index) => showErrors(problem, index));
  };

  const refusalOf = (problem: unknown, row: Row): RowRefusal => {
    if (!(problem instanceof ApiProblem)) return { text: problemText(problem, t) };
    if (problem.outcomeUnknown) return { text: t('addUsers.unknown') };
    if (problem.status === 402 && problem.quote !== undefined) {
      return { text: t('addUsers.quotedRow', { plan: t(`plans.${row.plan}`) }), quoted: problem.quote.monthlyIncrease };
    }
    const atFields = problem.errors.filter((error) => fields.some((name) => name === fieldName(error.pointer)));
    const rest = problem.errors.length > atFields.length ? problem.errors.filter((error) => !atFields.includes(error)) : [];
    return { text: [problemText(problem, t), ...rest.map((error) => fieldProblemText(error, t))].join(' ') };
  };

  const showErrors = (problem: unknown, index: number) => {
    if (!(problem instanceof ApiProblem)) return;
    for (const name of fields) {
      const error = problem.errors.find((one) => fieldName(one.pointer) === name);
      if (error !== undefined) form.setError(`rows.${index}.${name}`, { type: 'server', message: fieldProblemText(error, t) });
    }
    if (problem.code === 'user.email-taken') {
      form.setError(`rows.${index}.email`, { type: 'server', message: problemText(problem, t) });
    }
  };

  return {
    form,
    rows: array.fields,
    refusals,
    invited,
    progress,
    prices,
    submit,
    addRow: () => array.append(emptyRow(nextPlan(values, openSlots, firstPlan)), { focusName: `rows.${values.length}.firstName` }),
    removeRow: (index: number) => array.remove(index),
    /** A row whose plan is changed is another act: its quote no longer holds. */
    clearRefusal: (id: string) =>
      setRefusals((before) => {
        const after = new Map(before);
        after.delete(id);
        return after;
      }),
  };
}

/** A further row begins on a plan that is still open, else on that of the row above. */
function nextPlan(rows: readonly Row[], openSlots: readonly OpenSlot[], firstPlan: PlanCode): PlanCode {
  const taken = new Map<PlanCode, number>();
  for (const { plan } of rows) taken.set(plan, (taken.get(plan) ?? 0) + 1);
  const last = rows.at(-1)?.plan ?? firstPlan;
  const isOpen = (plan: PlanCode) => openSlots.filter((slot) => slot.plan === plan).length > (taken.get(plan) ?? 0);
  return isOpen(last) ? last : (openSlots.map(({ plan }) => plan).find(isOpen) ?? last);
}
