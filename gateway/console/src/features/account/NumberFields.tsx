import { Button, Radio, Skeleton, TextInput } from '@patternfly/react-core';
import SyncAltIcon from '@patternfly/react-icons/dist/esm/icons/sync-alt-icon';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FieldHelp, FormField, helpId } from '@/components/FormField';
import { ProblemAlert } from '@/components/ProblemAlert';
import type { AvailableNumber, SignUp } from '@/lib/api/schema';
import { formatPhone } from '@/lib/format';
import { useDebounced } from '@/lib/useDebounced';
import { availableNumbersQuery } from './availableNumbers';
import { Section } from './Section';
import styles from './SignUp.module.css';

/** The company's main number, picked from those that nobody has (A1). */
export function NumberFields() {
  const { t } = useTranslation();
  const id = useId();
  const [areaCode, setAreaCode] = useState('');
  const [contains, setContains] = useState('');
  const isAreaCode = /^[2-9]\d{2}$/.test(areaCode);
  const isWrong = /^[01]/.test(areaCode);
  const search = useDebounced(`${isAreaCode ? areaCode : ''}/${contains}`, 300).split('/');
  const numbers = useQuery(availableNumbersQuery({ areaCode: search[0] ?? '', contains: search[1] ?? '' }));
  const { control, formState } = useFormContext<SignUp>();
  const { field } = useController({ control, name: 'mainNumber' });
  const error = formState.errors.mainNumber?.message;
  const shown = withChosen(numbers.data, field.value);
  return (
    <Section title={t('signUp.number.title')} intro={t('signUp.number.intro')}>
      <div className={styles['search']}>
        <FormField
          id={`${id}-area`}
          label={t('signUp.number.areaCode')}
          hint={t('signUp.number.areaCodeHint')}
          error={isWrong ? t('signUp.errors.areaCode') : undefined}
        >
          <TextInput
            id={`${id}-area`}
            inputMode="numeric"
            maxLength={3}
            autoComplete="off"
            value={areaCode}
            validated={isWrong ? 'error' : 'default'}
            aria-describedby={helpId(`${id}-area`)}
            onChange={(_event, text) => setAreaCode(digits(text))}
          />
        </FormField>
        <FormField id={`${id}-contains`} label={t('signUp.number.contains')} hint={t('signUp.number.containsHint')}>
          <TextInput
            id={`${id}-contains`}
            inputMode="numeric"
            maxLength={10}
            autoComplete="off"
            value={contains}
            aria-describedby={helpId(`${id}-contains`)}
            onChange={(_event, text) => setContains(digits(text))}
          />
        </FormField>
        <Button
          className={styles['reload'] ?? ''}
          variant="secondary"
          icon={<SyncAltIcon />}
          isLoading={numbers.isFetching && !numbers.isPending}
          onClick={() => void numbers.refetch()}
        >
          {t('signUp.number.reload')}
        </Button>
      </div>
      {numbers.isError && (
        <ProblemAlert title={t('signUp.number.failed')} problem={numbers.error} onRetry={() => void numbers.refetch()} />
      )}
      {numbers.isPending && <Skeleton height="9rem" screenreaderText={t('loading')} />}
      {shown !== undefined && shown.length > 0 && (
        <div
          role="radiogroup"
          aria-label={t('signUp.number.list')}
          aria-describedby={error === undefined ? undefined : helpId(id)}
          aria-busy={numbers.isFetching}
          className={styles['numbers']}
        >
          {shown.map((one, index) => (
            <Radio
              key={one.number}
              id={`${id}-${one.number}`}
              name={`${id}-number`}
              className={styles['number'] ?? ''}
              label={formatPhone(one.number)}
              description={[one.locality, one.region].filter(Boolean).join(', ')}
              isChecked={field.value === one.number}
              isValid={error === undefined}
              isLabelWrapped
              onChange={() => field.onChange(one.number)}
              {...(index === 0 && { ref: field.ref })}
            />
          ))}
        </div>
      )}
      {shown?.length === 0 && <p role="status">{t('signUp.number.none')}</p>}
      <FieldHelp id={id} error={error} />
    </Section>
  );
}

function digits(text: string): string {
  return text.replaceAll(/\D/g, '');
}

/** What was chosen stays in sight when a new search does not find it. */
function withChosen(found: AvailableNumber[] | undefined, chosen: string): AvailableNumber[] | undefined {
  if (found === undefined || chosen === '' || found.some((one) => one.number === chosen)) return found;
  return [{ number: chosen }, ...found];
}
