import { DescriptionList, DescriptionListDescription, DescriptionListGroup, DescriptionListTerm } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { UserDetails } from '@/lib/api/schema';
import { formatBridge, formatPhone } from '@/lib/format';
import { bridgePath } from '@/lib/paths';
import { useSession } from '@/lib/session';

/** Own plan, numbers, extension and bridge; an admin changes them on the users page. */
export function OwnLine({ user }: { user: UserDetails }) {
  const { t } = useTranslation();
  const { role } = useSession().user;
  const { plan, directNumbers, extension, bridgeId } = user;
  const numbers = directNumbers ?? [];
  const onItsWay = t('settings.line.onItsWay');
  return (
    <>
      <p>{t(role === 'ADMIN' ? 'settings.line.admin' : 'settings.line.user')}</p>
      <DescriptionList isHorizontal isCompact>
        <Fact term={t('settings.line.plan')}>{plan ? t(`plans.${plan}`) : onItsWay}</Fact>
        <Fact term={t('settings.line.numbers')}>
          {numbers.length === 0 ? t('settings.line.noNumber') : numbers.map((number) => <div key={number}>{formatPhone(number)}</div>)}
        </Fact>
        <Fact term={t('settings.line.extension')}>{extension || onItsWay}</Fact>
        <Fact term={t('settings.line.bridge')}>{bridgeId ? <Link to={bridgePath(user.id)}>{formatBridge(bridgeId)}</Link> : onItsWay}</Fact>
      </DescriptionList>
    </>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>{term}</DescriptionListTerm>
      <DescriptionListDescription>{children}</DescriptionListDescription>
    </DescriptionListGroup>
  );
}
