import { TextInput } from '@patternfly/react-core';
import { useId } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { FormField, helpId } from './FormField';

interface Props {
  label: string;
  field: UseFormRegisterReturn;
  error?: string | undefined;
  hint?: string | undefined;
  type?: 'text' | 'email' | 'search' | 'tel';
  autoComplete?: string;
  inputMode?: 'numeric' | 'email' | 'text';
  maxLength?: number;
  isDisabled?: boolean;
  className?: string;
}

/** A one-line text of a form. */
export function TextField({ label, field, error, hint, className, type = 'text', ...input }: Props) {
  const id = useId();
  const { name, onBlur, onChange, ref } = field;
  return (
    <FormField id={id} label={label} error={error} hint={hint} {...(className !== undefined && { className })}>
      <TextInput
        id={id}
        type={type}
        name={name}
        ref={ref}
        onBlur={(event) => void onBlur(event)}
        onChange={(event) => void onChange(event)}
        validated={error === undefined ? 'default' : 'error'}
        aria-describedby={error ?? hint ? helpId(id) : undefined}
        {...(type === 'email' && { autoCapitalize: 'none', spellCheck: false })}
        {...input}
      />
    </FormField>
  );
}
