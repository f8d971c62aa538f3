import { Button, Label, Skeleton } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import type { PhoneNumber, User } from '@/lib/api/schema';
import { formatPhone, fullName } from '@/lib/format';
import styles from './Numbers.module.css';
import type { NumbersPage } from './numbers';

type Act = 'assign' | 'unassign';

interface Props {
  /** undefined: on its way. */
  page: NumbersPage | undefined;
  onAct: (act: Act, number: PhoneNumber) => void;
}

/** One number per row. */
export function NumbersTable({ page, onAct }: Props) {
  const { t } = useTranslation();
  return (
    <Table aria-label={t('numbers.title')} variant="compact">
      <Thead>
        <Tr>
          <Th>{t('numbers.columns.number')}</Th>
          <Th>{t('numbers.columns.use')}</Th>
          <Th>{t('numbers.columns.user')}</Th>
          <Th screenReaderText={t('numbers.columns.actions')} />
        </Tr>
      </Thead>
      <Tbody>
        {page === undefined
          ? [0, 1, 2, 3].map((row) => (
              <Tr key={row}>
                <Td colSpan={4}>
                  <Skeleton {...(row === 0 && { screenreaderText: t('loading') })} />
                </Td>
              </Tr>
            ))
          : page.items.map((number) => (
              <NumberRow key={number.number} number={number} holder={page.holders.get(number.userId ?? '')} onAct={onAct} />
            ))}
      </Tbody>
    </Table>
  );
}

function NumberRow({ number, holder, onAct }: { number: PhoneNumber; holder: User | undefined; onAct: Props['onAct'] }) {
  const { t } = useTranslation();
  const written = formatPhone(number.number);
  const isHeld = number.use === 'DIRECT' && holder === undefined;
  const act: Act | undefined = number.state === 'UNASSIGNED' ? 'assign' : number.state === 'ASSIGNED' && !isHeld ? 'unassign' : undefined;
  return (
    <Tr>
      <Td dataLabel={t('numbers.columns.number')} className={styles['figures'] ?? ''}>
        {written}
      </Td>
      <Td dataLabel={t('numbers.columns.use')}>
        {number.use ? (
          <Label isCompact color={number.use === 'COMPANY_MAIN' ? 'blue' : 'grey'}>
            {t(`numbers.uses.${number.use}`)}
          </Label>
        ) : (
          t(`numbers.states.${number.state}`)
        )}
      </Td>
      <Td dataLabel={t('numbers.columns.user')}>{isHeld ? t('numbers.held') : holder === undefined ? '' : fullName(holder)}</Td>
      <Td dataLabel={t('numbers.columns.actions')} modifier="fitContent">
        {act !== undefined && (
          <Button variant="link" isInline onClick={() => onAct(act, number)} aria-label={t(`numbers.${act}.of`, { number: written })}>
            {t(`numbers.${act}.action`)}
          </Button>
        )}
      </Td>
    </Tr>
  );
}
