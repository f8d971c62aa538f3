import { Button, Form, TextInput } from '@patternfly/react-core';
import TrashIcon from '@patternfly/react-icons/dist/esm/icons/trash-icon';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldHelp, FormField, helpId } from '@/components/FormField';
import { ProblemAlert } from '@/components/ProblemAlert';
import { ApiProblem } from '@/lib/api/problem';
import type { ExtensionSettings } from '@/lib/api/schema';
import { extensionSettingsQuery, saveExtensionSettings } from './phoneRules';
import styles from './PhoneRules.module.css';
import { useSave } from './useSave';

interface Range {
  key: number;
  first: string;
  last: string;
}

const isCode = (text: string) => /^[1-9]\d{2,5}$/.test(text);

/** F4: where extensions begin, and which are kept back. */
export function ExtensionsForm({ settings }: { settings: ExtensionSettings }) {
  const { t } = useTranslation();
  const id = useId();
  const [first, setFirst] = useState(String(settings.firstAssigned));
  const [ranges, setRanges] = useState<Range[]>(() => settings.reservedRanges.map((range, key) => ({ key, first: String(range.first), last: String(range.last) })));
  const [isTold, setTold] = useState(false);
  const { save, isBusy, problem } = useSave(extensionSettingsQuery.queryKey, saveExtensionSettings);
  const change = (key: number, part: Partial<Range>) => setRanges(ranges.map((range) => (range.key === key ? { ...range, ...part } : range)));
  const add = () => setRanges([...ranges, { key: 1 + Math.max(0, ...ranges.map(({ key }) => key)), first: '', last: '' }]);
  const isWhole = isCode(first) && ranges.every((range) => isCode(range.first) && isCode(range.last));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTold(!isWhole);
    if (!isWhole) return;
    save({ firstAssigned: Number(first), reservedRanges: ranges.map((range) => ({ first: Number(range.first), last: Number(range.last) })), version: settings.version });
  };
  const refusals = problem instanceof ApiProblem ? problem.errors : [];
  const ofRange = (index: number) => refusals.find(({ pointer }) => pointer?.startsWith(`/reservedRanges/${index}`) === true)?.detail;
  const ofFirst = refusals.find(({ pointer }) => pointer === '/firstAssigned')?.detail;
  const wrong = t('phoneRules.extensions.format');
  const firstError = isTold && !isCode(first) ? wrong : ofFirst;
  return (
    <Form onSubmit={submit} noValidate className={styles['body'] ?? ''}>
      <p className={styles['subtle']}>{t('phoneRules.extensions.text')}</p>
      {problem !== null && refusals.length === 0 && <ProblemAlert title={t('phoneRules.failed')} problem={problem} />}
      <FormField id={`${id}-first`} label={t('phoneRules.extensions.first')} hint={t('phoneRules.extensions.firstHint')} error={firstError}>
        <Code id={`${id}-first`} value={first} isWrong={firstError !== undefined} onChange={setFirst} />
      </FormField>
      <fieldset className={styles['ranges']}>
        <legend>{t('phoneRules.extensions.reserved')}</legend>
        {ranges.length === 0 && <p className={styles['subtle']}>{t('phoneRules.extensions.noneReserved')}</p>}
        {ranges.map(({ key, first: from, last: to }, index) => {
          const error = isTold && !(isCode(from) && isCode(to)) ? wrong : ofRange(index);
          const rangeId = `${id}-${key}`;
          return (
            <div key={key}>
              <div className={styles['range']}>
                <FormField id={`${rangeId}-from`} label={t('phoneRules.extensions.from')}>
                  <Code id={`${rangeId}-from`} value={from} isWrong={error !== undefined} help={rangeId} onChange={(text) => change(key, { first: text })} />
                </FormField>
                <FormField id={`${rangeId}-to`} label={t('phoneRules.extensions.to')}>
                  <Code id={`${rangeId}-to`} value={to} isWrong={error !== undefined} help={rangeId} onChange={(text) => change(key, { last: text })} />
                </FormField>
                <Button
                  variant="plain"
                  icon={<TrashIcon />}
                  aria-label={t('phoneRules.extensions.remove', { from, to })}
                  onClick={() => setRanges(ranges.filter((range) => range.key !== key))}
                />
              </div>
              <FieldHelp id={rangeId} error={error} />
            </div>
          );
        })}
        <div>
          <Button variant="link" isInline onClick={add}>
            {t('phoneRules.extensions.add')}
          </Button>
        </div>
      </fieldset>
      <div>
        <Button type="submit" isLoading={isBusy} isAriaDisabled={isBusy}>
          {t('phoneRules.extensions.save')}
        </Button>
      </div>
    </Form>
  );
}

interface CodeProps {
  id: string;
  value: string;
  isWrong: boolean;
  /** Whose help tells what is wrong, when it is not the field's own. */
  help?: string;
  onChange: (text: string) => void;
}

function Code({ id, value, isWrong, help, onChange }: CodeProps) {
  return (
    <TextInput
      id={id}
      className={styles['code'] ?? ''}
      inputMode="numeric"
      autoComplete="off"
      maxLength={6}
      value={value}
      validated={isWrong ? 'error' : 'default'}
      aria-describedby={isWrong || help === undefined ? helpId(help ?? id) : undefined}
      onChange={(_event, text) => onChange(text.replaceAll(/\D/g, ''))}
    />
  );
}
