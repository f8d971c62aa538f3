import { Card, CardBody, DescriptionList, DescriptionListDescription, DescriptionListGroup, DescriptionListTerm } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SupportAccount } from '@/lib/api/schema';
import { formatDate, formatPhone, fullName } from '@/lib/format';
import { AccountState } from './AccountsTable';
import styles from './Support.module.css';

export function AccountFacts({ account }: { account: SupportAccount }) {
  const { t } = useTranslation();
  const { mainNumber, state, users, admins, signedUpAt } = account;
  return (
    <Card>
      <CardBody>
        <DescriptionList isHorizontal isCompact columnModifier={{ lg: '2Col' }}>
          <Fact term={t('support.columns.admins')}>
            {admins.length === 0 && t('support.account.noAdmin')}
            {admins.map((admin) => (
              <div key={admin.id}>
                {fullName(admin)} <span className={styles['subtle']}>{admin.email}</span>
              </div>
            ))}
          </Fact>
          <Fact term={t('support.columns.state')}>
            <AccountState state={state} />
          </Fact>
          <Fact term={t('support.columns.number')}>{mainNumber === null ? t('support.account.noNumber') : formatPhone(mainNumber)}</Fact>
          <Fact term={t('support.columns.users')}>{users.toLocaleString(document.documentElement.lang)}</Fact>
          <Fact term={t('support.columns.since')}>{formatDate(signedUpAt)}</Fact>
        </DescriptionList>
      </CardBody>
    </Card>
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
