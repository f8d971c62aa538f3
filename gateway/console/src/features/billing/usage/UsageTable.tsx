import { Checkbox, Skeleton } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { TFunction } from 'i18next';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Money, User, UserUsage } from '@/lib/api/schema';
import { formatCount, formatMoney, formatMonth, fullName } from '@/lib/format';
import { isAdvised, type Advised, type NamedUsage } from './usage';
import styles from './Usage.module.css';

interface Props {
  /** undefined: not there yet. */
  page: NamedUsage | undefined;
  chosen: readonly Advised[];
  onChoose: (rows: readonly Advised[]) => void;
}

/** One row per user, who called most first. */
export function UsageTable({ page, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const id = useId();
  if (page === undefined) return <Skeleton height="12rem" screenreaderText={t('loading')} />;
  const advised = page.items.filter(isAdvised);
  const isChosen = (row: UserUsage) => chosen.some(({ userId }) => userId === row.userId);
  const turn = (row: Advised, on: boolean) => onChoose(advised.filter((one) => (one === row ? on : isChosen(one))));
  const figure = styles['figure'] ?? '';
  return (
    <Table aria-label={t('usage.table', { month: formatMonth(page.month) })} variant="compact">
      <Thead>
        <Tr>
          <Th>
            <Checkbox
              id={`${id}-all`}
              aria-label={t('usage.chooseAll')}
              isDisabled={advised.length === 0}
              isChecked={chosen.length > 0 && (chosen.length === advised.length || null)}
              onChange={(_event, on) => onChoose(on ? advised : [])}
            />
          </Th>
          <Th>{t('usage.columns.user')}</Th>
          <Th>{t('usage.columns.plan')}</Th>
          <Th className={figure}>{t('usage.columns.minutes')}</Th>
          <Th className={figure}>{t('usage.columns.calls')}</Th>
          <Th>{t('usage.columns.advice')}</Th>
          <Th>{t('usage.columns.saving')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {page.items.map((row) => (
          <Tr key={row.userId}>
            <Td>
              {isAdvised(row) && (
                <Checkbox
                  id={`${id}-${row.userId}`}
                  aria-label={t('usage.choose', { name: nameOf(row, page.people, t) })}
                  isChecked={isChosen(row)}
                  onChange={(_event, on) => turn(row, on)}
                />
              )}
            </Td>
            <Td dataLabel={t('usage.columns.user')}>{nameOf(row, page.people, t)}</Td>
            <Td dataLabel={t('usage.columns.plan')}>{row.plan ? t(`plans.${row.plan}`) : t('usage.noPlan')}</Td>
            <Td dataLabel={t('usage.columns.minutes')} className={figure}>
              {minutesOf(row, t)}
            </Td>
            <Td dataLabel={t('usage.columns.calls')} className={figure}>
              {formatCount(row.calls)}
            </Td>
            <Td dataLabel={t('usage.columns.advice')}>{isAdvised(row) && adviceOf(row, t)}</Td>
            <Td dataLabel={t('usage.columns.saving')}>{isAdvised(row) && savingOf(row.advice.savingPerMonth, t)}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

export function nameOf({ userId }: UserUsage, people: Map<string, User>, t: TFunction): string {
  const user = people.get(userId);
  return user === undefined ? t('usage.deleted') : fullName(user);
}

function minutesOf({ plan, minutes, includedMinutes }: UserUsage, t: TFunction): string {
  if (!plan) return formatCount(minutes);
  if (typeof includedMinutes !== 'number') return t('usage.unlimited', { minutes: formatCount(minutes) });
  return t('usage.ofIncluded', { minutes: formatCount(minutes), included: formatCount(includedMinutes) });
}

function adviceOf({ advice: { plan, reason, averageMinutes } }: Advised, t: TFunction): string {
  return t(`usage.advice.${reason}`, { plan: t(`plans.${plan}`), average: formatCount(averageMinutes) });
}

function savingOf(saving: Money, t: TFunction): string {
  const amount = formatMoney({ ...saving, amountCents: Math.abs(saving.amountCents) });
  if (saving.amountCents === 0) return t('usage.saving.same');
  return t(saving.amountCents > 0 ? 'usage.saving.less' : 'usage.saving.more', { amount });
}
