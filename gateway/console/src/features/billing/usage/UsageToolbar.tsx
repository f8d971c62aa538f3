import { Button, Checkbox, FormSelect, FormSelectOption } from '@patternfly/react-core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { FormField } from '@/components/FormField';
import { formatMonth } from '@/lib/format';
import type { NamedUsage, UsageView } from './usage';
import styles from './Usage.module.css';

interface Props {
  view: UsageView;
  page: NamedUsage | undefined;
  /** How many rows are chosen. */
  chosen: number;
  onChange: (part: Partial<UsageView>) => void;
  onChangePlans: () => void;
}

/** Which month, whom, and what to do with those who are chosen. */
export function UsageToolbar({ view, page, chosen, onChange, onChangePlans }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const month = view.month ?? page?.month ?? '';
  const months = [...new Set([month, ...(page?.months ?? [])])].filter((one) => one !== '').toSorted().toReversed();
  return (
    <div className={styles['toolbar']}>
      <FormField id={`${id}-month`} label={t('usage.month')}>
        <FormSelect id={`${id}-month`} value={month} isDisabled={months.length === 0} onChange={(_event, value) => onChange({ month: value })}>
          {months.map((one) => (
            <FormSelectOption key={one} value={one} label={formatMonth(one)} />
          ))}
        </FormSelect>
      </FormField>
      <Checkbox
        id={`${id}-advised`}
        label={t('usage.advised')}
        isChecked={view.advised}
        onChange={(_event, advised) => onChange({ advised })}
      />
      <div className={styles['act']}>
        <span role="status">{chosen > 0 && t('usage.chosen', { count: chosen })}</span>
        <Button isAriaDisabled={chosen === 0} onClick={onChangePlans}>
          {t('usage.change')}
        </Button>
      </div>
    </div>
  );
}
