import { Button, InputGroup, InputGroupItem, TextInput } from '@patternfly/react-core';
import EyeIcon from '@patternfly/react-icons/dist/esm/icons/eye-icon';
import EyeSlashIcon from '@patternfly/react-icons/dist/esm/icons/eye-slash-icon';
import { useId, useState, type ReactNode } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormField, helpId } from './FormField';

interface Props {
  field: UseFormRegisterReturn;
  autoComplete: 'current-password' | 'new-password';
  /** "Password" unless there are several. */
  label?: string;
  error?: string | undefined;
  /** The id of the rules, when they are shown below. */
  describedBy?: string;
  children?: ReactNode;
}

/** A password with a button to see what was typed. */
export function PasswordField({ field, autoComplete, label, error, describedBy, children }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [shown, setShown] = useState(false);
  const { name, onBlur, onChange, ref } = field;
  const described = [error === undefined ? undefined : helpId(id), describedBy].filter(Boolean).join(' ');
  return (
    <div>
      <FormField id={id} label={label ?? t('password.label')} error={error}>
        <InputGroup>
          <InputGroupItem isFill>
            <TextInput
              id={id}
              type={shown ? 'text' : 'password'}
              name={name}
              ref={ref}
              autoComplete={autoComplete}
              autoCapitalize="none"
              spellCheck={false}
              onBlur={(event) => void onBlur(event)}
              onChange={(event) => void onChange(event)}
              validated={error === undefined ? 'default' : 'error'}
              aria-describedby={described === '' ? undefined : described}
            />
          </InputGroupItem>
          <InputGroupItem>
            <Button
              variant="control"
              aria-label={shown ? t('password.hide') : t('password.show')}
              icon={shown ? <EyeSlashIcon /> : <EyeIcon />}
              onClick={() => setShown(!shown)}
            />
          </InputGroupItem>
        </InputGroup>
      </FormField>
      {children}
    </div>
  );
}
