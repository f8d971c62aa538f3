import { zodResolver } from '@hookform/resolvers/zod';
import { useMemo, useState, type FormEvent } from 'react';
import { useFieldArray, useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { OpenSlot, Plan, PlanCode, User } from '@/lib/api/schema';
import { pricesOf, totalOf } from './pricing';
import { refusalOf, type RowRefusal } from './refusal';
import { addSchema, emptyRow, type AddForm, type Row } from './rows';
import { useInvites, type Outcome } from './useInvites';

/** The rows with what they cost, and what became of them. */
export function useAddForm(plans: readonly Plan[], openSlots: readonly OpenSlot[], firstPlan: PlanCode) {
  const { t } = useTranslation();
  const schema = useMemo(() => addSchema(t), [t]);
  const form = useForm<AddForm>({
    resolver: zodResolver(schema),
    defaultValues: { rows: [emptyRow(firstPlan)], consent: 0 },
  });
  const array = useFieldArray({ control: form.control, name: 'rows' });
  const values = useWatch({ control: form.control, name: 'rows' });
  const { send, progress } = useInvites();
  const [refusals, setRefusals] = useState<ReadonlyMap<string, RowRefusal>>(new Map());
  const [invited, setInvited] = useState<{ user: User; plan: PlanCode }[]>([]);

  const quoted = array.fields.map(({ id }) => refusals.get(id)?.quoted);
  const prices = pricesOf(values.map(({ plan }, index) => ({ plan, quoted: quoted[index] })), openSlots, plans);

  const invite = async ({ rows, consent }: AddForm): Promise<boolean> => {
    if (progress !== undefined) return false;
    const total = totalOf(prices);
    if (total !== null && consent !== total.amountCents) {
      form.setError('consent', { type: 'needed', message: t('addUsers.consentNeeded') }, { shouldFocus: true });
      return false;
    }
    setInvited([]);
    setRefusals(new Map());
    const sends = array.fields.map(({ id }, index) => ({
      id,
      row: rows[index] ?? emptyRow(firstPlan),
      acceptCharges: prices[index] !== null,
    }));
    return settle(await send(sends));
  };

  const submit = async (event: FormEvent) => {
    let isDone = false;
    await form.handleSubmit(async (values) => {
      isDone = await invite(values);
    })(event);
    // A form as new: it must not complain about the row that nobody has filled yet.
    if (isDone) form.reset({ rows: [emptyRow(firstPlan)], consent: 0 });
  };

  /** Invited rows leave the form; refused ones stay, each with its reason. True when none stays. */
  const settle = (outcomes: readonly Outcome[]): boolean => {
    const done = outcomes.filter((outcome) => 'user' in outcome);
    const open = outcomes.filter((outcome) => 'problem' in outcome);
    setInvited(done.map(({ user, row }) => ({ user, plan: row.plan })));
    if (open.length === 0) return true;
    form.setValue('consent', 0);
    const doneAt = array.fields.flatMap(({ id }, index) => (done.some((one) => one.id === id) ? [index] : []));
    array.remove(doneAt);
    setRefusals(new Map(open.map(({ id, problem, row }) => [id, refusalOf(problem, row, t)])));
    return false;
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
    /** Somebody of a row is there again: there is nothing left to invite. */
    restored: (id: string, index: number) => {
      setRefusals((before) => new Map([...before].filter(([one]) => one !== id)));
      if (array.fields.length > 1) array.remove(index);
      else form.reset({ rows: [emptyRow(firstPlan)], consent: 0 });
    },
    /** What was refused holds no longer once it is changed; another plan is another act, whose quote is another. */
    edited: (id: string, field: keyof Row) =>
      setRefusals((before) => {
        const refusal = before.get(id);
        if (refusal === undefined) return before;
        const after = new Map(before);
        if (field === 'plan') after.delete(id);
        else after.set(id, { ...refusal, fields: { ...refusal.fields, [field]: undefined } });
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
