import { useTranslation } from 'react-i18next';
import type { StatementLine, User } from '@/lib/api/schema';
import { formatDay } from '@/lib/format';
import { LinesTable } from './LinesTable';

interface Props {
  statement: { from: string; to: string; lines: readonly StatementLine[]; people: Map<string, User> };
}

/** The month in advance, and what changed in the one before. */
export function StatementLines({ statement: { from, to, lines, people } }: Props) {
  const { t } = useTranslation();
  const inAdvance = lines.filter(({ kind }) => kind === 'RECURRING');
  const changes = lines.filter(({ kind }) => kind !== 'RECURRING');
  return (
    <>
      <LinesTable title={t('billing.inAdvance', { from: formatDay(from), to: formatDay(to) })} lines={inAdvance} people={people} />
      {changes.length > 0 && <LinesTable title={t('billing.changes')} lines={changes} people={people} />}
    </>
  );
}
