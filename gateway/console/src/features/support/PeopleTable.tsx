import { Button, EmptyState, EmptyStateBody, Label, Skeleton } from '@patternfly/react-core';
import SearchIcon from '@patternfly/react-icons/dist/esm/icons/search-icon';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import type { SupportPerson } from '@/lib/api/schema';
import { fullName } from '@/lib/format';
import styles from './Support.module.css';

interface Props {
  /** undefined: on their way. */
  page: { items: SupportPerson[]; total: number } | undefined;
  adminCount: number;
  onMakeAdmin: (person: SupportPerson) => void;
}

export function PeopleTable({ page, adminCount, onMakeAdmin }: Props) {
  const { t } = useTranslation();
  if (page?.items.length === 0) {
    return (
      <EmptyState titleText={t('support.people.none')} headingLevel="h3" icon={SearchIcon} variant="sm" role="status">
        <EmptyStateBody>{t('support.people.noneText')}</EmptyStateBody>
      </EmptyState>
    );
  }
  return (
    <>
      <Table aria-label={t('support.people.title')} variant="compact">
        <Thead>
          <Tr>
            <Th>{t('support.people.name')}</Th>
            <Th>{t('support.people.email')}</Th>
            <Th>{t('support.columns.state')}</Th>
            <Th screenReaderText={t('support.people.actions')} />
          </Tr>
        </Thead>
        <Tbody>
          {page === undefined && <Waiting />}
          {page?.items.map((person) => (
            <PersonRow key={person.id} person={person} isOnlyAdmin={adminCount === 1} onMakeAdmin={() => onMakeAdmin(person)} />
          ))}
        </Tbody>
      </Table>
      {page !== undefined && page.total > page.items.length && (
        <p role="status" className={styles['subtle']}>
          {t('support.people.more', { shown: page.items.length, total: page.total })}
        </p>
      )}
    </>
  );
}

function PersonRow({ person, isOnlyAdmin, onMakeAdmin }: { person: SupportPerson; isOnlyAdmin: boolean; onMakeAdmin: () => void }) {
  const { t } = useTranslation();
  const { role, state, email } = person;
  const isAdmin = role === 'ADMIN';
  const mayBecome = state === 'ACTIVE' && !(isAdmin && isOnlyAdmin);
  return (
    <Tr>
      <Td dataLabel={t('support.people.name')}>
        <span className={styles['person']}>
          {fullName(person)}
          {isAdmin && (
            <Label color="green" isCompact>
              {t('support.people.admin')}
            </Label>
          )}
        </span>
      </Td>
      <Td dataLabel={t('support.people.email')} className={styles['name'] ?? ''}>
        {email}
      </Td>
      <Td dataLabel={t('support.columns.state')}>{t(`support.personStates.${state}`, { defaultValue: state })}</Td>
      <Td isActionCell>
        {mayBecome && (
          <Button
            variant="secondary"
            size="sm"
            aria-label={t(isAdmin ? 'support.people.onlyAdminNamed' : 'support.people.makeAdminNamed', { name: fullName(person) })}
            onClick={onMakeAdmin}
          >
            {t(isAdmin ? 'support.people.onlyAdmin' : 'support.people.makeAdmin')}
          </Button>
        )}
      </Td>
    </Tr>
  );
}

function Waiting() {
  const { t } = useTranslation();
  return [0, 1, 2].map((row) => (
    <Tr key={row}>
      <Td colSpan={4}>
        <Skeleton {...(row === 0 && { screenreaderText: t('loading') })} />
      </Td>
    </Tr>
  ));
}
