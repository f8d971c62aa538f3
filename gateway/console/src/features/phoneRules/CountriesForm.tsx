import { Button, Form, Label } from '@patternfly/react-core';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FormField, helpId } from '@/components/FormField';
import { ProblemAlert } from '@/components/ProblemAlert';
import { SearchableSelect } from '@/components/SearchableSelect';
import type { ForwardingCountries } from '@/lib/api/schema';
import { countryName } from '@/lib/countryName';
import { countryChoices } from './countries';
import { forwardingCountriesQuery, saveForwardingCountries } from './phoneRules';
import styles from './PhoneRules.module.css';
import { useSave } from './useSave';

/** F5: where calls may be forwarded to. */
export function CountriesForm({ allowed }: { allowed: ForwardingCountries }) {
  const { t } = useTranslation();
  const id = useId();
  const [countries, setCountries] = useState(allowed.countries);
  const [isTold, setTold] = useState(false);
  const { save, isBusy, problem } = useSave(forwardingCountriesQuery.queryKey, (wanted: string[]) => saveForwardingCountries(wanted, allowed.version));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTold(countries.length === 0);
    if (countries.length > 0) save(countries);
  };
  const error = isTold && countries.length === 0 ? t('phoneRules.countries.missing') : undefined;
  return (
    <Form onSubmit={submit} noValidate className={styles['body'] ?? ''}>
      <p className={styles['subtle']}>{t('phoneRules.countries.text', { home: countryName(allowed.home) })}</p>
      {problem !== null && <ProblemAlert title={t('phoneRules.failed')} problem={problem} />}
      <ul className={styles['countries']} aria-label={t('phoneRules.countries.list')}>
        {countries.map((code) => (
          <li key={code}>
            <Label
              closeBtnAriaLabel={t('phoneRules.countries.remove', { country: countryName(code) })}
              onClose={() => setCountries(countries.filter((one) => one !== code))}
            >
              {countryName(code)}
            </Label>
          </li>
        ))}
      </ul>
      <FormField id={`${id}-add`} label={t('phoneRules.countries.add')} error={error}>
        <SearchableSelect
          id={`${id}-add`}
          label={t('phoneRules.countries.add')}
          toggleLabel={t('phoneRules.countries.show')}
          choices={countryChoices(countries)}
          value=""
          onChange={(code) => setCountries([...countries, code])}
          onBlur={() => undefined}
          isInvalid={error !== undefined}
          describedBy={error === undefined ? undefined : helpId(`${id}-add`)}
        />
      </FormField>
      <div>
        <Button type="submit" isLoading={isBusy} isAriaDisabled={isBusy}>
          {t('phoneRules.countries.save')}
        </Button>
      </div>
    </Form>
  );
}
