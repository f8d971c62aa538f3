import { Button, Label, Skeleton } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import type { PhoneNumber, User } from '@/lib/api/schema';
import { formatDate, formatPhone, fullName } from '@/lib/format';
import { actsOf, type Act } from './acts';
import { destinationText } from './destinationText';
import styles from './Numbers.module.css';
import type { NumbersPage } from './numbers';

interface Props {
  /** undefined: on its way. */
  page: NumbersPage | undefined;
  onAct: (act: Act, number: PhoneNumber) => void;
}

const COLUMNS = 5;

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
          <Th>{t('numbers.columns.destination')}</Th>
          <Th screenReaderText={t('numbers.columns.actions')} />
        </Tr>
      </Thead>
      <Tbody>
        {page === undefined
          ? [0, 1, 2, 3].map((row) => (
              <Tr key={row}>
                <Td colSpan={COLUMNS}>
                  <Skeleton {...(row === 0 && { screenreaderText: t('loading') })} />
                </Td>
              </Tr>
            ))
          : page.items.map((number) => <NumberRow key={number.number} number={number} holders={page.holders} onAct={onAct} />)}
      </Tbody>
    </Table>
  );
}

interface RowProps {
  number: PhoneNumber;
  holders: Map<string, User>;
  onAct: Props['onAct'];
}

function NumberRow({ number, holders, onAct }: RowProps) {
  const { t } = useTranslation();
  const written = formatPhone(number.number);
  const holder = holders.get(number.userId ?? '');
  const isHeld = number.use === 'DIRECT' && holder === undefined;
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
        ) : number.keptUntil ? (
          t('numbers.released', { date: formatDate(number.keptUntil) })
        ) : (
          t(`numbers.states.${number.state}`)
        )}
      </Td>
      <Td dataLabel={t('numbers.columns.user')}>{isHeld ? t('numbers.held') : holder === undefined ? '' : fullName(holder)}</Td>
      <Td dataLabel={t('numbers.columns.destination')}>{isHeld ? '' : destinationText(number.destination, holders, t)}</Td>
      <Td dataLabel={t('numbers.columns.actions')} modifier="fitContent">
        <div className={styles['acts']}>
          {actsOf(number, isHeld).map((act) => (
            <Button key={act} variant="link" isInline onClick={() => onAct(act, number)} aria-label={t(`numbers.${act}.of`, { number: written })}>
              {t(`numbers.${act}.action`)}
            </Button>
          ))}
        </div>
      </Td>
    </Tr>
  );
}
