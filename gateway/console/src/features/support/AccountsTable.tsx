import { EmptyState, EmptyStateBody, Label, Skeleton } from '@patternfly/react-core';
import SearchIcon from '@patternfly/react-icons/dist/esm/icons/search-icon';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SupportAccount } from '@/lib/api/schema';
import { formatDate, formatPhone, fullName } from '@/lib/format';
import { supportAccountPath } from '@/lib/paths';
import styles from './Support.module.css';

const columns = ['company', 'number', 'state', 'users', 'admins', 'since'] as const;

interface Props {
  /** undefined: on their way. */
  page: { items: SupportAccount[]; total: number } | undefined;
  search: string;
}

export function AccountsTable({ page, search }: Props) {
  const { t } = useTranslation();
  if (page?.items.length === 0) {
    return (
      <EmptyState titleText={t('support.accounts.none')} headingLevel="h2" icon={SearchIcon} variant="sm" role="status">
        <EmptyStateBody>{t('support.accounts.noneText')}</EmptyStateBody>
      </EmptyState>
    );
  }
  return (
    <>
      <Table aria-label={t('support.accounts.title')} variant="compact">
        <Thead>
          <Tr>
            {columns.map((name) => (
              <Th key={name}>{t(`support.columns.${name}`)}</Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {page === undefined ? <Waiting /> : page.items.map((account) => <AccountRow key={account.id} account={account} search={search} />)}
        </Tbody>
      </Table>
      {page !== undefined && page.total > page.items.length && (
        <p role="status" className={styles['subtle']}>
          {t('support.accounts.more', { shown: page.items.length, total: page.total })}
        </p>
      )}
    </>
  );
}

function AccountRow({ account, search }: { account: SupportAccount; search: string }) {
  const { t } = useTranslation();
  const { id, companyName, mainNumber, state, users, admins, signedUpAt } = account;
  return (
    <Tr>
      <Td dataLabel={t('support.columns.company')} className={styles['name'] ?? ''}>
        <Link to={supportAccountPath(id, search)}>{companyName}</Link>
      </Td>
      <Td dataLabel={t('support.columns.number')} className={styles['figures'] ?? ''}>
        {mainNumber === null ? '' : formatPhone(mainNumber)}
      </Td>
      <Td dataLabel={t('support.columns.state')}>
        <AccountState state={state} />
      </Td>
      <Td dataLabel={t('support.columns.users')} className={styles['figures'] ?? ''}>
        {users.toLocaleString(document.documentElement.lang)}
      </Td>
      <Td dataLabel={t('support.columns.admins')}>{admins.map(fullName).join(', ')}</Td>
      <Td dataLabel={t('support.columns.since')} className={styles['figures'] ?? ''}>
        {formatDate(signedUpAt)}
      </Td>
    </Tr>
  );
}

export function AccountState({ state }: { state: SupportAccount['state'] }) {
  const { t } = useTranslation();
  const color = state === 'ACTIVE' ? 'green' : state === 'PAST_DUE' ? 'orange' : 'grey';
  return (
    <Label color={color} isCompact>
      {t(`support.states.${state}`)}
    </Label>
  );
}

function Waiting() {
  const { t } = useTranslation();
  return [0, 1, 2].map((row) => (
    <Tr key={row}>
      <Td colSpan={columns.length}>
        <Skeleton {...(row === 0 && { screenreaderText: t('loading') })} />
      </Td>
    </Tr>
  ));
}
