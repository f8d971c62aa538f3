import { Button } from '@patternfly/react-core';
import UserPlusIcon from '@patternfly/react-icons/dist/esm/icons/user-plus-icon';
import { Tbody, Td, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '@/components/ButtonLink';
import type { OpenSlot, UserPage } from '@/lib/api/schema';
import { paths } from '@/lib/paths';
import { planCodes } from '@/lib/plans';
import type { ListView } from '../listView';
import styles from './ManageUsers.module.css';

const SHOWN = 10;

/** B3: what is paid and not in use, after the last person. A search or a filter for people hides it. */
export function OpenSlotRows({ page, view }: { page: UserPage; view: ListView }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const slots = visibleSlots(page, view);
  if (slots.length === 0) return null;
  const shown = all ? slots : slots.slice(0, SHOWN);
  return (
    <Tbody>
      {shown.map((slot) => (
        <OpenSlotRow key={slot.id} slot={slot} />
      ))}
      {shown.length < slots.length && (
        <Tr>
          <Td colSpan={7}>
            <Button variant="link" isInline onClick={() => setAll(true)}>
              {t('users.slot.all', { count: slots.length - shown.length })}
            </Button>
          </Td>
        </Tr>
      )}
    </Tbody>
  );
}

function OpenSlotRow({ slot }: { slot: OpenSlot }) {
  const { t } = useTranslation();
  const plan = t(`plans.${slot.plan}`);
  return (
    <Tr>
      <Td dataLabel={t('users.columns.name')} className={styles['whole'] ?? ''}>
        <div className={styles['person']}>
          <span className={styles['slot']} aria-hidden="true">
            <UserPlusIcon />
          </span>
          <div className={styles['who']}>
            <div className={styles['name']}>{t('users.slot.open', { plan })}</div>
            <div className={styles['email']}>{t('users.slot.paid')}</div>
          </div>
        </div>
      </Td>
      <Td dataLabel={t('users.columns.plan')}>{plan}</Td>
      <Td colSpan={4} />
      <Td isActionCell>
        <ButtonLink variant="secondary" size="sm" to={`${paths.addUsers}?plan=${slot.plan}`}>
          {t('users.slot.invite')}
        </ButtonLink>
      </Td>
    </Tr>
  );
}

export function visibleSlots(page: UserPage, { search, states, withoutNumber, plans }: ListView): OpenSlot[] {
  const asksForPeople = search !== '' || states.length > 0 || withoutNumber;
  if (asksForPeople || page.next) return [];
  return page.openSlots
    .filter(({ plan }) => plans.length === 0 || plans.includes(plan))
    .toSorted((a, b) => planCodes.indexOf(a.plan) - planCodes.indexOf(b.plan));
}
