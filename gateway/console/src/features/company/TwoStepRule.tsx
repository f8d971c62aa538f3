import { Card, CardBody, CardTitle, Switch } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import type { ApiProblem } from '@/lib/api/problem';
import type { AccountSecurity } from '@/lib/api/schema';
import { ChangeRuleDialog } from './ChangeRuleDialog';
import styles from './Company.module.css';

/** Whether admins must have two-step sign-in. Nothing changes before the consequence was read. */
export function TwoStepRule({ security }: { security: AccountSecurity }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const [overtaken, setOvertaken] = useState<ApiProblem>();
  const isOn = security.twoStepRequiredForAdmins;
  return (
    <Card component="section">
      <CardTitle component="h2">{t('company.security.twoStep.title')}</CardTitle>
      <CardBody className={styles['rule'] ?? ''}>
        {overtaken !== undefined && <ProblemAlert title={t('company.security.overtaken')} problem={overtaken} variant="warning" />}
        <p>{t('company.security.twoStep.text')}</p>
        <Switch
          id="two-step-for-admins"
          label={t('company.security.twoStep.switch')}
          isChecked={isOn}
          onChange={() => {
            setOvertaken(undefined);
            setAsking(true);
          }}
        />
        <p role="status">{t(isOn ? 'company.security.twoStep.isOn' : 'company.security.twoStep.isOff')}</p>
        {asking && (
          <ChangeRuleDialog
            security={security}
            onClose={() => setAsking(false)}
            onOvertaken={(problem) => {
              setAsking(false);
              setOvertaken(problem);
            }}
          />
        )}
      </CardBody>
    </Card>
  );
}
