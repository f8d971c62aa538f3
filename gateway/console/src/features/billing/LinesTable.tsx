import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { StatementLine, User } from '@/lib/api/schema';
import { formatDay, formatMoney, formatPhone, fullName } from '@/lib/format';
import styles from './Billing.module.css';

interface Props {
  title: string;
  lines: readonly StatementLine[];
  people: Map<string, User>;
}

/** Lines of a statement (E5), one per row. */
export function LinesTable({ title, lines, people }: Props) {
  const { t } = useTranslation();
  const columns = ['what', 'days', 'quantity', 'price', 'amount'] as const;
  return (
    <Table aria-label={title} variant="compact">
      <caption className={styles['caption']}>{title}</caption>
      <Thead>
        <Tr>
          {columns.map((column) => (
            <Th key={column} {...(isFigure(column) && { className: styles['figure'] ?? '' })}>
              {t(`billing.columns.${column}`)}
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {lines.map((line) => (
          <Tr key={[line.kind, line.item, line.plan, line.from, line.userId, line.number].join('/')}>
            <Td dataLabel={t('billing.columns.what')}>{whatOf(line, people, t)}</Td>
            <Td dataLabel={t('billing.columns.days')}>{daysOf(line, t)}</Td>
            <Td dataLabel={t('billing.columns.quantity')} className={styles['figure'] ?? ''}>
              {line.quantity}
            </Td>
            <Td dataLabel={t('billing.columns.price')} className={styles['figure'] ?? ''}>
              {formatMoney(line.unitPrice)}
            </Td>
            <Td dataLabel={t('billing.columns.amount')} className={styles['figure'] ?? ''}>
              {formatMoney(line.amount)}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function isFigure(column: string): boolean {
  return column === 'quantity' || column === 'price' || column === 'amount';
}

function whatOf(line: StatementLine, people: Map<string, User>, t: TFunction): string {
  const item = line.item === 'PLAN' ? t(`plans.${line.plan}`) : line.number ? formatPhone(line.number) : t('billing.numbers');
  const what = t(`billing.kinds.${line.kind}`, { item });
  const user = people.get(line.userId ?? '');
  if (!line.userId) return what;
  return t('billing.of', { what, name: user === undefined ? t('billing.deleted') : fullName(user) });
}

/** A whole month needs no counting. */
function daysOf({ from, to, days, periodDays }: StatementLine, t: TFunction): string {
  const words = { from: formatDay(from), to: formatDay(to), days, periodDays };
  return t(days === periodDays ? 'billing.month' : 'billing.days', words);
}
