import { HelperText, HelperTextItem } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { judgePassword, passwordLength } from '@/lib/passwordRules';
import styles from './PasswordRules.module.css';

interface Props {
  id: string;
  password: string;
  personal: readonly string[];
}

/** The rules of a new password (A5), ticked while it is typed; the server judges the rest. */
export function PasswordRules({ id, password, personal }: Props) {
  const { t } = useTranslation();
  const verdict = judgePassword(password, personal);
  const mark = (met: boolean) => (password === '' ? 'indeterminate' : met ? 'success' : 'error');
  return (
    <HelperText component="ul" id={id} aria-label={t('password.rules')} className={styles['rules'] ?? ''}>
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
  );
}
