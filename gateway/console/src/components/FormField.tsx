import { FormGroup, FormHelperText, HelperText, HelperTextItem } from '@patternfly/react-core';
import type { ReactNode } from 'react';

interface Props {
  id: string;
  label: string;
  error?: string | undefined;
  hint?: string | undefined;
  className?: string;
  children: ReactNode;
}

/** The id of the text that says what is wrong with a field, or what to enter. */
export function helpId(fieldId: string): string {
  return `${fieldId}-help`;
}

/** A label above a control and, below it, its error or else its hint. */
export function FormField({ id, label, error, hint, className, children }: Props) {
  return (
    <FormGroup label={label} fieldId={id} {...(className !== undefined && { className })}>
      {children}
      <FieldHelp id={id} error={error} hint={hint} />
    </FormGroup>
  );
}

export function FieldHelp({ id, error, hint }: { id: string; error?: string | undefined; hint?: string | undefined }) {
  const text = error ?? hint;
  if (text === undefined) return null;
  return (
    <FormHelperText>
      <HelperText id={helpId(id)}>
        <HelperTextItem variant={error === undefined ? 'default' : 'error'}>{text}</HelperTextItem>
      </HelperText>
    </FormHelperText>
  );
}
