import { Button, Label } from '@patternfly/react-core';
import PlusCircleIcon from '@patternfly/react-icons/dist/esm/icons/plus-circle-icon';
import { Td, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import { PersonAvatar } from '@/components/PersonAvatar';
import type { User } from '@/lib/api/schema';
import { formatBridge, formatPhone, fullName } from '@/lib/format';
import { bridgePath } from '@/lib/paths';
import { UserMenu } from '../actions/UserMenu';
import { useUserDialogs } from '../actions/userDialogs';
import { PlanCell } from './PlanCell';
import { UserStatus } from './UserStatus';
import styles from './ManageUsers.module.css';

/** One person (B1); grey while he has not joined (B2). */
export function UserRow({ user }: { user: User }) {
  const { t } = useTranslation();
  const isMuted = user.state === 'INVITED';
  const column = (name: string) => t(`users.columns.${name}`);
  return (
    <Tr className={isMuted ? styles['muted'] ?? '' : ''}>
      <Td dataLabel={column('name')} className={styles['whole'] ?? ''}>
        <div className={styles['person']}>
          <PersonAvatar id={user.id} firstName={user.firstName} lastName={user.lastName} isMuted={isMuted} />
          <div className={styles['who']}>
            <div className={styles['name']}>
              {fullName(user)}
              {user.role === 'ADMIN' && (
                <Label color="green" isCompact>
                  {t('users.admin')}
                </Label>
              )}
            </div>
            <div className={styles['email']}>{user.email}</div>
          </div>
        </div>
      </Td>
      <Td dataLabel={column('plan')}>{user.plan ? <PlanCell user={user} plan={user.plan} /> : <Missing text={t('users.assigning')} />}</Td>
      <Td dataLabel={column('number')} className={styles['figures'] ?? ''}>
        <DirectNumbers user={user} />
      </Td>
      <Td dataLabel={column('extension')} className={styles['figures'] ?? ''}>
        {user.extension || <Missing text={t('users.assigning')} />}
      </Td>
      <Td dataLabel={column('bridge')} className={styles['figures'] ?? ''}>
        {user.bridgeId ? <BridgeLink user={user} bridgeId={user.bridgeId} /> : <Missing text={t('users.assigning')} />}
      </Td>
      <Td dataLabel={column('status')}>
        <UserStatus user={user} />
      </Td>
      <Td isActionCell>
        <UserMenu user={user} />
      </Td>
    </Tr>
  );
}

/** Opens a tab of its own (B1). */
function BridgeLink({ user, bridgeId }: { user: User; bridgeId: string }) {
  const { t } = useTranslation();
  const label = t('users.bridge', { name: fullName(user), id: formatBridge(bridgeId) });
  return (
    <a href={bridgePath(user.id)} target="_blank" rel="noopener" aria-label={label}>
      {formatBridge(bridgeId)}
    </a>
  );
}

/** The direct numbers, or a plus sign to give one (B1, B7) as soon as there is a line that can have one. */
function DirectNumbers({ user }: { user: User }) {
  const { t } = useTranslation();
  const openDialog = useUserDialogs();
  const numbers = user.directNumbers ?? [];
  if (numbers.length > 0) return numbers.map((number) => <div key={number}>{formatPhone(number)}</div>);
  if (!user.extension) return <Missing text={t('users.none')} />;
  return (
    <Button
      variant="plain"
      size="sm"
      icon={<PlusCircleIcon />}
      aria-label={t('users.giveNumber', { name: fullName(user) })}
      onClick={() => openDialog('number', user)}
    />
  );
}

/** A dash for the eye, words for the ear. */
function Missing({ text }: { text: string }) {
  return (
    <>
      <span aria-hidden="true" title={text}>
        –
      </span>
      <span className="switchboard-hidden">{text}</span>
    </>
  );
}
