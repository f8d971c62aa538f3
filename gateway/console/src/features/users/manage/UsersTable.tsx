import { Skeleton } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import type { UserPage } from '@/lib/api/schema';
import type { ListView, SortKey } from '../listView';
import { OpenSlotRows } from './OpenSlotRows';
import { UserRow } from './UserRow';
import styles from './ManageUsers.module.css';

const columns = [
  { name: 'name', sort: 'lastName' },
  { name: 'plan', sort: 'plan' },
  { name: 'number', sort: 'number' },
  { name: 'extension', sort: 'extension' },
  { name: 'bridge', sort: undefined },
  { name: 'status', sort: 'state' },
] as const satisfies readonly { name: string; sort: SortKey | undefined }[];

const SKELETON_ROWS = 8;

interface Props {
  /** undefined while the first page is on its way. */
  page: UserPage | undefined;
  view: ListView;
  onSort: (sort: ListView['sort']) => void;
}

export function UsersTable({ page, view, onSort }: Props) {
  const { t } = useTranslation();
  const sorted = view.sort === '' ? 'lastName' : view.sort.replace(/^-/, '');
  const direction = view.sort.startsWith('-') ? 'desc' : 'asc';
  return (
    <Table aria-label={t('users.table')} className={styles['table'] ?? ''} gridBreakPoint="grid-lg">
      <Thead>
        <Tr>
          {columns.map(({ name, sort }, index) => (
            <Th
              key={name}
              modifier="nowrap"
              {...(sort !== undefined && {
                sort: {
                  columnIndex: index,
                  sortBy: { index: columns.findIndex((column) => column.sort === sorted), direction },
                  onSort: (_event, _index, asked) => onSort(asked === 'desc' ? `-${sort}` : sort === 'lastName' ? '' : sort),
                },
              })}
            >
              {t(`users.columns.${name}`)}
            </Th>
          ))}
          <Th screenReaderText={t('users.columns.actions')} />
        </Tr>
      </Thead>
      <Tbody>
        {page === undefined ? <SkeletonRows /> : page.items.map((user) => <UserRow key={user.id} user={user} />)}
      </Tbody>
      {page !== undefined && <OpenSlotRows page={page} view={view} />}
    </Table>
  );
}

function SkeletonRows() {
  const { t } = useTranslation();
  return Array.from({ length: SKELETON_ROWS }, (_, row) => (
    <Tr key={row}>
      {columns.map(({ name }) => (
        <Td key={name} dataLabel={t(`users.columns.${name}`)}>
          <Skeleton width={name === 'name' ? '14rem' : '5rem'} height="1.25rem" screenreaderText={t('loading')} />
        </Td>
      ))}
      <Td />
    </Tr>
  ));
}
