import { Button, FormSelect, FormSelectOption, Radio, Skeleton, TextInput } from '@patternfly/react-core';
import SyncAltIcon from '@patternfly/react-icons/dist/esm/icons/sync-alt-icon';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { RefCallBack } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FieldHelp, FormField, helpId } from '@/components/FormField';
import { ProblemAlert } from '@/components/ProblemAlert';
import type { AvailableNumber } from '@/lib/api/schema';
import { countryName } from '@/lib/countryName';
import { formatPhone } from '@/lib/format';
import { availableNumbersQuery, type NumberSearch } from '@/lib/numbers/availableNumbers';
import { useDebounced } from '@/lib/useDebounced';
import styles from './Numbers.module.css';

const RESTS_MILLIS = 300;

interface Props {
  /** E.164; empty: none yet. */
  value: string;
  onChange: (number: string) => void;
  error?: string | undefined;
  firstRef?: RefCallBack;
}

/** F1, A1: one of the numbers that nobody has, searched by area code, digits and city. */
export function NumberChooser({ value, onChange, error, firstRef }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [search, setSearch] = useState<NumberSearch>({ country: 'US', areaCode: '', contains: '', city: '' });
  const isWrong = /^[01]/.test(search.areaCode);
  const rested = useDebounced(JSON.stringify(asked(search)), RESTS_MILLIS);
  const numbers = useQuery(availableNumbersQuery(JSON.parse(rested) as NumberSearch));
  const shown = withChosen(numbers.data?.items, value);
  const countries = numbers.data?.countries ?? [];
  const change = (part: Partial<NumberSearch>) => setSearch({ ...search, ...part });
  return (
    <div>
      <div className={styles['search']}>
        {countries.length > 1 && (
          <FormField id={`${id}-country`} label={t('chooser.country')}>
            <FormSelect id={`${id}-country`} value={search.country} onChange={(_event, country) => change({ country, areaCode: '', city: '' })}>
              {countries.map((country) => (
                <FormSelectOption key={country} value={country} label={countryName(country)} />
              ))}
            </FormSelect>
          </FormField>
        )}
        <SearchText
          label={t('chooser.areaCode')}
          hint={t('chooser.areaCodeHint')}
          error={isWrong ? t('chooser.areaCodeWrong') : undefined}
          value={search.areaCode}
          maxLength={3}
          onChange={(text) => change({ areaCode: digits(text) })}
        />
        <SearchText
          label={t('chooser.contains')}
          hint={t('chooser.containsHint')}
          value={search.contains}
          maxLength={7}
          onChange={(text) => change({ contains: digits(text) })}
        />
        <SearchText label={t('chooser.city')} hint={t('chooser.cityHint')} value={search.city} maxLength={60} isText onChange={(city) => change({ city })} />
        <Button
          className={styles['reload'] ?? ''}
          variant="secondary"
          icon={<SyncAltIcon />}
          isLoading={numbers.isFetching && !numbers.isPending}
          onClick={() => void numbers.refetch()}
        >
          {t('chooser.reload')}
        </Button>
      </div>
      {numbers.isError && <ProblemAlert title={t('chooser.failed')} problem={numbers.error} onRetry={() => void numbers.refetch()} />}
      {numbers.isPending && <Skeleton height="9rem" screenreaderText={t('loading')} />}
      {shown !== undefined && shown.length > 0 && (
        <div
          role="radiogroup"
          aria-label={t('chooser.list')}
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
              isChecked={value === one.number}
              isValid={error === undefined}
              isLabelWrapped
              onChange={() => onChange(one.number)}
              {...(index === 0 && firstRef !== undefined && { ref: firstRef })}
            />
          ))}
        </div>
      )}
      {shown?.length === 0 && <p role="status">{t('chooser.none')}</p>}
      <FieldHelp id={id} error={error} />
    </div>
  );
}

interface SearchTextProps {
  label: string;
  hint: string;
  error?: string | undefined;
  value: string;
  maxLength: number;
  isText?: boolean;
  onChange: (text: string) => void;
}

function SearchText({ label, hint, error, value, maxLength, isText = false, onChange }: SearchTextProps) {
  const id = useId();
  return (
    <FormField id={id} label={label} hint={hint} error={error}>
      <TextInput
        id={id}
        inputMode={isText ? 'text' : 'numeric'}
        maxLength={maxLength}
        autoComplete="off"
        value={value}
        validated={error === undefined ? 'default' : 'error'}
        aria-describedby={helpId(id)}
        onChange={(_event, text) => onChange(text)}
      />
    </FormField>
  );
}

/** Half an area code finds nothing yet and is not asked for. */
function asked({ country, areaCode, contains, city }: NumberSearch): NumberSearch {
  return { country, areaCode: /^[2-9]\d{2}$/.test(areaCode) ? areaCode : '', contains, city: city.trim() };
}

function digits(text: string): string {
  return text.replaceAll(/\D/g, '');
}

/** What was chosen stays in sight when a new search does not find it. */
function withChosen(found: AvailableNumber[] | undefined, chosen: string): AvailableNumber[] | undefined {
  if (found === undefined || chosen === '' || found.some((one) => one.number === chosen)) return found;
  return [{ number: chosen }, ...found];
}
