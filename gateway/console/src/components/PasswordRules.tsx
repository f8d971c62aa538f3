import { HelperText, HelperTextItem } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { advise, judgePassword, passwordLength, type PasswordAdvice } from '@/lib/passwordRules';
import styles from './PasswordRules.module.css';

interface Props {
  id: string;
  password: string;
  personal: readonly string[];
}

/** How much of the bar is filled; the words beside it say the same. */
const strength: Record<PasswordAdvice, number> = { start: 0, more: 1, fewer: 1, personal: 1, varied: 1, longer: 2, strong: 3 };

/** The rules of a new password (A5), ticked while it is typed, and what would make it better; the server judges the rest. */
export function PasswordRules({ id, password, personal }: Props) {
  const { t } = useTranslation();
  const verdict = judgePassword(password, personal);
  const { advice, missing } = advise(password, personal);
  const mark = (met: boolean) => (password === '' ? 'indeterminate' : met ? 'success' : 'error');
  return (
    <div id={id} className={styles['rules']}>
      <div className={styles['bar']} data-strength={strength[advice]} aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
      <p className={styles['advice']}>{t(`password.advice.${advice}`, { count: missing, ...passwordLength })}</p>
      <HelperText component="ul" aria-label={t('password.rules')}>
        <HelperTextItem component="li" variant={mark(verdict.length)}>
          {t('password.length', passwordLength)}
        </HelperTextItem>
        <HelperTextItem component="li" variant={mark(verdict.impersonal)}>
          {t('password.impersonal')}
        </HelperTextItem>
        <HelperTextItem component="li" variant="indeterminate">
          {t('password.common')}
        </HelperTextItem>
      </HelperText>
    </div>
  );
}
