import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import CheckCircleIcon from '@patternfly/react-icons/dist/esm/icons/check-circle-icon';
import EnvelopeIcon from '@patternfly/react-icons/dist/esm/icons/envelope-icon';
import ExclamationTriangleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '@/components/ButtonLink';
import { paths } from '@/lib/paths';
import type { LinkState } from './inspectInvitation';

interface Props {
  state: Exclude<LinkState, 'PENDING'> | 'MISSING';
}

/** One clear sentence for each link that leads no further, and what to do. */
export function LinkStatePage({ state }: Props) {
  const { t } = useTranslation();
  const icon = state === 'ACCEPTED' ? CheckCircleIcon : state === 'MISSING' ? EnvelopeIcon : ExclamationTriangleIcon;
  const tone = state === 'ACCEPTED' ? 'success' : state === 'MISSING' ? 'info' : 'warning';
  return (
    <EmptyState titleText={t(`join.states.${state}.title`)} headingLevel="h1" icon={icon} status={tone} role="status">
      <EmptyStateBody>{t(`join.states.${state}.text`)}</EmptyStateBody>
      {state === 'ACCEPTED' && (
        <EmptyStateFooter>
          <EmptyStateActions>
            <ButtonLink to={paths.signIn}>{t('join.signIn')}</ButtonLink>
          </EmptyStateActions>
        </EmptyStateFooter>
      )}
    </EmptyState>
  );
}
