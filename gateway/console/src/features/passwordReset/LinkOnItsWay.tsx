import { Button } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '@/components/ButtonLink';
import { LinkNotice } from '@/components/LinkNotice';
import { paths } from '@/lib/paths';

/** The same for every address. */
export function LinkOnItsWay({ email, onAgain }: { email: string; onAgain: () => void }) {
  const { t } = useTranslation();
  return (
    <LinkNotice title={t('passwordReset.asked.title')} text={t('passwordReset.asked.text', { email })} tone="info">
      <ButtonLink to={paths.signIn}>{t('passwordReset.backToSignIn')}</ButtonLink>
      <Button variant="link" onClick={onAgain}>
        {t('passwordReset.asked.again')}
      </Button>
    </LinkNotice>
  );
}
