import { Button, FormSelect, FormSelectOption, FormSelectOptionGroup, TextInput } from '@patternfly/react-core';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormField, helpId } from '@/components/FormField';
import { actionGroups, isKnown, plainAction, textKey } from './actions';
import { isBackwards, isFiltered, type AuditView } from './auditView';
import { PersonFilter } from './PersonFilter';
import styles from './Audit.module.css';

interface Props {
  view: AuditView;
  onChange: (part: Partial<AuditView>) => void;
  onClear: () => void;
}

export function AuditFilters({ view, onChange, onClear }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const { actor, subject, from, to } = view;
  const backwards = isBackwards(view) ? t('audit.filters.backwards') : undefined;
  return (
    <div role="search" aria-label={t('audit.filters.label')} className={styles['filters']}>
      <PersonFilter label={t('audit.filters.actor')} value={actor} onChange={(person) => onChange({ actor: person })} />
      <PersonFilter label={t('audit.filters.subject')} value={subject} onChange={(person) => onChange({ subject: person })} />
      <ActionFilter value={view.action} onChange={(action) => onChange({ action })} />
      <Day id={`${id}-from`} label={t('audit.filters.from')} value={from} most={to} onChange={(day) => onChange({ from: day })} />
      <Day id={`${id}-to`} label={t('audit.filters.to')} value={to} error={backwards} onChange={(day) => onChange({ to: day })}>
        {isFiltered(view) && (
          <Button variant="link" isInline className={styles['clear'] ?? ''} onClick={onClear}>
            {t('audit.filters.clear')}
          </Button>
        )}
      </Day>
    </div>
  );
}

function ActionFilter({ value, onChange }: { value: string; onChange: (action: string) => void }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <FormField id={id} label={t('audit.filters.action')}>
      <FormSelect id={id} value={value} onChange={(_event, action) => onChange(action)}>
        <FormSelectOption value="" label={t('audit.filters.anything')} />
        {actionGroups.map(({ name, actions }) => (
          <FormSelectOptionGroup key={name} label={t(`audit.groups.${name}`)}>
            {actions.map((action) => (
              <FormSelectOption key={action} value={action} label={t(`audit.actions.${textKey(action)}`)} />
            ))}
          </FormSelectOptionGroup>
        ))}
        {value !== '' && !isKnown(value) && <FormSelectOption value={value} label={plainAction(value)} />}
      </FormSelect>
    </FormField>
  );
}

interface DayProps {
  id: string;
  label: string;
  value: string;
  most?: string;
  error?: string | undefined;
  onChange: (day: string) => void;
  children?: ReactNode;
}

function Day({ id, label, value, most = '', error, onChange, children }: DayProps) {
  return (
    <FormField id={id} label={label} error={error}>
      <TextInput
        id={id}
        type="date"
        value={value}
        {...(most !== '' && { max: most })}
        onChange={(_event, day) => onChange(day)}
        validated={error === undefined ? 'default' : 'error'}
        aria-describedby={error === undefined ? undefined : helpId(id)}
      />
      {children}
    </FormField>
  );
}
