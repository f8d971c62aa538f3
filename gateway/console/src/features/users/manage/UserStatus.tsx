import { Label } from '@patternfly/react-core';
import BanIcon from '@patternfly/react-icons/dist/esm/icons/ban-icon';
import CheckIcon from '@patternfly/react-icons/dist/esm/icons/check-icon';
import ClockIcon from '@patternfly/react-icons/dist/esm/icons/clock-icon';
import ExclamationCircleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-circle-icon';
import ExclamationTriangleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon';
import { useTranslation } from 'react-i18next';
import type { Invitation, User } from '@/lib/api/schema';
import styles from './ManageUsers.module.css';

const icons = { muted: ClockIcon, sent: CheckIcon, warning: ExclamationTriangleIcon, danger: ExclamationCircleIcon };

type Mail = 'preparing' | 'QUEUED' | 'SENT' | 'FAILED' | 'BOUNCED' | 'EXPIRED' | 'REVOKED';

/** B2: whether the person has joined and, if not, what became of the mail; D5: who is suspended stands out. */
export function UserStatus({ user }: { user: User }) {
  const { t } = useTranslation();
  if (user.state === 'SUSPENDED') {
    return (
      <Label color="orange" icon={<BanIcon />} isCompact>
        {t('users.status.SUSPENDED')}
      </Label>
    );
  }
  if (user.state !== 'INVITED') return <>{t(`users.status.${user.state}`, { defaultValue: user.state })}</>;
  const mail = mailOf(user.invitation);
  const tone = toneOf(mail);
  const Icon = icons[tone];
  return (
    <div className={styles['status']}>
      <span>{t('users.status.notJoined')}</span>
      <span className={styles['mail']} data-tone={tone}>
        <Icon /> {t(`users.status.mail.${mail}`)}
      </span>
    </div>
  );
}

/** The one thing to know: a link that is dead says more than how its mail went. */
export function mailOf(invitation: Invitation | null | undefined): Mail {
  if (invitation?.state === 'EXPIRED' || invitation?.state === 'REVOKED') return invitation.state;
  return invitation?.delivery ?? 'preparing';
}

function toneOf(mail: Mail): keyof typeof icons {
  switch (mail) {
    case 'SENT':
      return 'sent';
    case 'FAILED':
    case 'BOUNCED':
      return 'danger';
    case 'EXPIRED':
    case 'REVOKED':
      return 'warning';
    case 'QUEUED':
    case 'preparing':
      return 'muted';
  }
}
