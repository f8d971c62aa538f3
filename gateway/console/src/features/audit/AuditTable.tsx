import { Skeleton } from '@patternfly/react-core';
import { ExpandableRowContent, Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '@/lib/api/schema';
import { formatDateTime } from '@/lib/format';
import type { AuditView } from './auditView';
import { EntryDetails } from './EntryDetails';
import { sentenceOf } from './sentence';
import styles from './Audit.module.css';

interface Props {
  /** undefined: on their way. */
  entries: readonly AuditEntry[] | undefined;
  onFilter: (part: Partial<AuditView>) => void;
}

/** One act per row; what else is known of it is shown when asked for. */
export function AuditTable({ entries, onFilter }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<readonly string[]>([]);
  const turn = (id: string) => setOpen(open.includes(id) ? open.filter((one) => one !== id) : [...open, id]);
  return (
    <Table aria-label={t('audit.title')} variant="compact" className={styles['table'] ?? ''}>
      <Thead>
        <Tr>
          <Th screenReaderText={t('audit.columns.details')} />
          <Th width={25}>{t('audit.columns.at')}</Th>
          <Th>{t('audit.columns.what')}</Th>
          <Th width={15}>{t('audit.columns.from')}</Th>
        </Tr>
      </Thead>
      {entries === undefined && <Waiting />}
      {entries?.map((entry, index) => (
        <Entry key={entry.id} entry={entry} index={index} isOpen={open.includes(entry.id)} onTurn={() => turn(entry.id)} onFilter={onFilter} />
      ))}
    </Table>
  );
}

interface EntryProps extends Pick<Props, 'onFilter'> {
  entry: AuditEntry;
  index: number;
  isOpen: boolean;
  onTurn: () => void;
}

function Entry({ entry, index, isOpen, onTurn, onFilter }: EntryProps) {
  const { t } = useTranslation();
  return (
    <Tbody isExpanded={isOpen}>
      <Tr isContentExpanded={isOpen}>
        <Td expand={{ rowIndex: index, isExpanded: isOpen, onToggle: onTurn, expandId: `entry-${entry.id}` }} />
        <Td dataLabel={t('audit.columns.at')} className={styles['time'] ?? ''}>
          <time dateTime={entry.at}>{formatDateTime(entry.at)}</time>
        </Td>
        <Td dataLabel={t('audit.columns.what')} className={styles['what'] ?? ''}>
          {sentenceOf(entry, t)}
        </Td>
        <Td dataLabel={t('audit.columns.from')} className={styles['time'] ?? ''}>
          {entry.ipAddress ?? ''}
        </Td>
      </Tr>
      {isOpen && (
        <Tr isExpanded>
          <Td />
          <Td colSpan={3} noPadding>
            <ExpandableRowContent>
              <EntryDetails entry={entry} onFilter={onFilter} />
            </ExpandableRowContent>
          </Td>
        </Tr>
      )}
    </Tbody>
  );
}

function Waiting() {
  const { t } = useTranslation();
  return (
    <Tbody>
      {[0, 1, 2, 3, 4, 5].map((row) => (
        <Tr key={row}>
          <Td />
          <Td colSpan={3}>
            <Skeleton {...(row === 0 && { screenreaderText: t('loading') })} />
          </Td>
        </Tr>
      ))}
    </Tbody>
  );
}
