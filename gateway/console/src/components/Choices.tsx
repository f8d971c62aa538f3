import { Radio } from '@patternfly/react-core';
import { useId, type ReactNode } from 'react';
import styles from './Choices.module.css';

interface Props<T extends string> {
  legend: string;
  choices: readonly { value: T; label: string; description?: string | undefined }[];
  value: T;
  onChange: (value: T) => void;
  /** Below the choices, such as who it is to be. */
  children?: ReactNode;
}

/** One of a few. */
export function Choices<T extends string>({ legend, choices, value, onChange, children }: Props<T>) {
  const id = useId();
  return (
    <fieldset className={styles['choices']}>
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <Radio
          key={choice.value}
          id={`${id}-${choice.value}`}
          name={id}
          label={choice.label}
          {...(choice.description !== undefined && { description: choice.description })}
          isChecked={choice.value === value}
          onChange={() => onChange(choice.value)}
        />
      ))}
      {children}
    </fieldset>
  );
}
