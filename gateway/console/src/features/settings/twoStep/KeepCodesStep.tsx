import { Alert, Button, Checkbox, Content, Title } from '@patternfly/react-core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecoveryCodes } from './RecoveryCodes';
import styles from './TwoStep.module.css';

/** The codes are told this once; who has not kept them is locked out with a lost phone. */
export function KeepCodesStep({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const { t } = useTranslation();
  const [kept, setKept] = useState(false);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.focus(), []);
  return (
    <div ref={top} tabIndex={-1} className={`${styles['step']} ${styles['quiet']}`}>
      <Alert isInline variant="success" title={t('settings.twoStep.page.done')} component="p" />
      <Title headingLevel="h2" size="lg">
        {t('settings.twoStep.codes.title')}
      </Title>
      <Content component="p">{t('settings.twoStep.codes.text')}</Content>
      <RecoveryCodes codes={codes} />
      <Checkbox
        id="codes-kept"
        label={t('settings.twoStep.codes.keptThem')}
        isChecked={kept}
        onChange={(_event, checked) => setKept(checked)}
      />
      <div className={styles['actions']}>
        <Button isAriaDisabled={!kept} onClick={onDone}>
          {t('settings.twoStep.page.finish')}
        </Button>
      </div>
    </div>
  );
}
