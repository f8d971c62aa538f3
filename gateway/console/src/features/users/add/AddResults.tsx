import { Alert, AlertActionLink } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { PlanCode, User } from '@/lib/api/schema';
import { fullName } from '@/lib/format';
import { paths } from '@/lib/paths';
import styles from './AddUsers.module.css';

interface Props {
  invited: readonly { user: User; plan: PlanCode }[];
  failed: number;
}

/** C3: who was invited, and how many were not. */
export function AddResults({ invited, failed }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <div role="status" className={styles['results']}>
      {invited.length > 0 && (
        <Alert
          isInline
          variant="success"
          title={t('addUsers.results.invited', { count: invited.length })}
          component="p"
          actionLinks={<AlertActionLink onClick={() => void navigate(paths.users)}>{t('addUsers.results.toUsers')}</AlertActionLink>}
        >
          <ul>
            {invited.map(({ user, plan }) => (
              <li key={user.id}>{t('addUsers.results.row', { name: fullName(user), email: user.email, plan: t(`plans.${plan}`) })}</li>
            ))}
          </ul>
        </Alert>
      )}
      {failed > 0 && (
        <Alert isInline variant="danger" title={t('addUsers.results.failed', { count: failed })} component="p">
          {t('addUsers.results.failedText')}
        </Alert>
      )}
    </div>
  );
}
