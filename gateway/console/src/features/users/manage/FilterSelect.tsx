import { Badge, MenuToggle, Select, SelectList, SelectOption } from '@patternfly/react-core';
import { useState } from 'react';
import styles from './FilterSelect.module.css';

interface Props<T extends string> {
  label: string;
  /** What it does, for those who do not see where it stands. */
  name: string;
  choices: readonly { value: T; label: string }[];
  chosen: readonly T[];
  onChange: (chosen: T[]) => void;
}

/** Any of several values; none chosen means all. */
export function FilterSelect<T extends string>({ label, name: purpose, choices, chosen, onChange }: Props<T>) {
  const [open, setOpen] = useState(false);
  const turn = (value: T) => onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <Select
      isOpen={open}
      onOpenChange={setOpen}
      onSelect={(_event, value) => turn(value as T)}
      role="menu"
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          isExpanded={open}
          aria-label={purpose}
          onClick={() => setOpen(!open)}
          badge={chosen.length > 0 ? <Badge isRead>{chosen.length}</Badge> : undefined}
        >
          {label}
        </MenuToggle>
      )}
    >
      <SelectList className={styles['list'] ?? ''}>
        {choices.map(({ value, label: name }) => (
          <SelectOption key={value} value={value} hasCheckbox isSelected={chosen.includes(value)}>
            {name}
          </SelectOption>
        ))}
      </SelectList>
    </Select>
  );
}
