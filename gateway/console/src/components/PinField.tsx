import { Button, InputGroup, InputGroupItem, TextInput } from '@patternfly/react-core';
import EyeIcon from '@patternfly/react-icons/dist/esm/icons/eye-icon';
import EyeSlashIcon from '@patternfly/react-icons/dist/esm/icons/eye-slash-icon';
import { useId, useState } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormField, helpId } from './FormField';
import styles from './PinField.module.css';

interface Props {
  label: string;
  field: UseFormRegisterReturn;
  error?: string | undefined;
  hint: string;
  isDisabled?: boolean;
}

/** Digits that others should not see. No password field: a browser would offer to keep it as the person's password. */
export function PinField({ label, field, error, hint, isDisabled = false }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [shown, setShown] = useState(false);
  const { name, onBlur, onChange, ref } = field;
  return (
    <FormField id={id} label={label} error={error} hint={hint}>
      <InputGroup>
        <InputGroupItem isFill>
          <TextInput
            id={id}
            type="text"
            inputMode="numeric"
            name={name}
            ref={ref}
            className={shown ? '' : styles['masked'] ?? ''}
            autoComplete="off"
            spellCheck={false}
            isDisabled={isDisabled}
            onBlur={(event) => void onBlur(event)}
            onChange={(event) => void onChange(event)}
            validated={error === undefined ? 'default' : 'error'}
            aria-describedby={helpId(id)}
          />
        </InputGroupItem>
        <InputGroupItem>
          <Button
            variant="control"
            aria-label={shown ? t('pin.hide') : t('pin.show')}
            icon={shown ? <EyeSlashIcon /> : <EyeIcon />}
            isDisabled={isDisabled}
            onClick={() => setShown(!shown)}
          />
        </InputGroupItem>
      </InputGroup>
    </FormField>
  );
}
