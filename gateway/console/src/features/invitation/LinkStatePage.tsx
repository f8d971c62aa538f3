import { useTranslation } from 'react-i18next';
import { ButtonLink } from '@/components/ButtonLink';
import { LinkNotice } from '@/components/LinkNotice';
import { paths } from '@/lib/paths';
import type { LinkState } from './inspectInvitation';

interface Props {
  state: Exclude<LinkState, 'PENDING'> | 'MISSING';
}

/** One clear sentence for each link that leads no further, and what to do. */
export function LinkStatePage({ state }: Props) {
  const { t } = useTranslation();
  const tone = state === 'ACCEPTED' ? 'success' : state === 'MISSING' ? 'info' : 'warning';
  return (
    <LinkNotice title={t(`join.states.${state}.title`)} text={t(`join.states.${state}.text`)} tone={tone}>
      {state === 'ACCEPTED' && <ButtonLink to={paths.signIn}>{t('join.signIn')}</ButtonLink>}
    </LinkNotice>
  );
}
