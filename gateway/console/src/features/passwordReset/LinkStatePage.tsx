import { useTranslation } from 'react-i18next';
import { ButtonLink } from '@/components/ButtonLink';
import { LinkNotice } from '@/components/LinkNotice';
import { paths } from '@/lib/paths';
import type { LinkState } from './inspectReset';

type State = Exclude<LinkState, 'PENDING'> | 'MISSING';

const tones = { USED: 'success', MISSING: 'info', EXPIRED: 'warning', SUPERSEDED: 'warning', REVOKED: 'warning', UNKNOWN: 'warning' } as const;

/** What became of a link that leads no further, and what to do next. */
export function LinkStatePage({ state }: { state: State }) {
  const { t } = useTranslation();
  const signInFirst = state === 'USED' || state === 'REVOKED';
  const toSignIn = (
    <ButtonLink to={paths.signIn} variant={signInFirst ? 'primary' : 'link'}>
      {t('passwordReset.toSignIn')}
    </ButtonLink>
  );
  const newLink = (
    <ButtonLink to={paths.forgotPassword} variant={signInFirst ? 'link' : 'primary'}>
      {t('passwordReset.newLink')}
    </ButtonLink>
  );
  return (
    <LinkNotice title={t(`passwordReset.states.${state}.title`)} text={t(`passwordReset.states.${state}.text`)} tone={tones[state]}>
      {signInFirst ? toSignIn : newLink}
      {signInFirst ? newLink : toSignIn}
    </LinkNotice>
  );
}
