import {
  MenuToggle,
  Select,
  SelectList,
  SelectOption,
  TextInputGroup,
  TextInputGroupMain,
  type MenuToggleElement,
} from '@patternfly/react-core';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { useTranslation } from 'react-i18next';

const SHOWN = 60;

export interface Choice {
  value: string;
  label: string;
  description?: string;
}

interface Props {
  id: string;
  choices: readonly Choice[];
  value: string;
  onChange: (value: string) => void;
  onBlur: () => void;
  label: string;
  toggleLabel: string;
  isInvalid?: boolean;
  describedBy?: string | undefined;
  inputRef?: (input: HTMLInputElement | null) => void;
}

/** A long choice that is narrowed by typing (ARIA combobox: arrows, Enter, Escape). */
export function SearchableSelect(props: Props) {
  const { id, choices, value, onChange, onBlur, label, toggleLabel, isInvalid = false, describedBy, inputRef } = props;
  const { t } = useTranslation();
  const listId = useId();
  const input = useRef<HTMLInputElement | null>(null);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState<string>();
  const [active, setActive] = useState(-1);
  useEffect(() => inputRef?.(input.current), [inputRef]);
  const chosen = choices.find((choice) => choice.value === value);
  const found = useMemo(() => matching(choices, typed ?? ''), [choices, typed]);

  const close = () => {
    setOpen(false);
    setTyped(undefined);
    setActive(-1);
  };
  const choose = (choice: Choice | undefined) => {
    if (choice !== undefined) onChange(choice.value);
    close();
    input.current?.focus();
  };
  const move = (step: number) => {
    if (!open) setOpen(true);
    const next = found.length === 0 ? -1 : (active + step + found.length) % found.length;
    setActive(next);
    document.getElementById(optionId(listId, next))?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : active === -1 ? 0 : -1);
    } else if (event.key === 'Enter' && open) {
      event.preventDefault();
      choose(found[active] ?? (typed === undefined ? undefined : found[0]));
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      close();
    }
  };

  return (
    <Select
      isOpen={open}
      variant="typeahead"
      selected={value}
      onSelect={(_event, picked) => choose(choices.find((choice) => choice.value === picked))}
      onOpenChange={(next) => (next ? setOpen(true) : close())}
      isScrollable
      maxMenuHeight="18rem"
      popperProps={{ width: 'trigger' }}
      toggle={(toggle: Ref<MenuToggleElement>) => (
        <MenuToggle
          ref={toggle}
          variant="typeahead"
          isExpanded={open}
          isFullWidth
          aria-label={toggleLabel}
          onClick={() => (open ? close() : setOpen(true))}
          {...(isInvalid && { status: 'danger' as const })}
        >
          <TextInputGroup isPlain>
            <TextInputGroupMain
              inputId={id}
              value={typed ?? chosen?.label ?? ''}
              onClick={() => setOpen(true)}
              onFocus={() => input.current?.select()}
              onBlur={onBlur}
              onChange={(_event, text) => {
                setTyped(text);
                setActive(text === '' ? -1 : 0);
                setOpen(true);
              }}
              onKeyDown={onKeyDown}
              autoComplete="off"
              innerRef={input}
              role="combobox"
              aria-label={label}
              isExpanded={open}
              aria-controls={listId}
              inputProps={{
                'aria-describedby': describedBy,
                'aria-invalid': isInvalid,
                'aria-activedescendant': active >= 0 ? optionId(listId, active) : undefined,
              }}
            />
          </TextInputGroup>
        </MenuToggle>
      )}
    >
      <SelectList id={listId}>
        {found.map((choice, index) => (
          <SelectOption
            key={choice.value}
            id={optionId(listId, index)}
            value={choice.value}
            isFocused={index === active}
            {...(choice.description !== undefined && { description: choice.description })}
          >
            {choice.label}
          </SelectOption>
        ))}
        {found.length === 0 && (
          <SelectOption key="none" isDisabled>
            {t('search.none', { text: typed })}
          </SelectOption>
        )}
      </SelectList>
    </Select>
  );
}

function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

function matching(choices: readonly Choice[], text: string): Choice[] {
  const words = text.toLocaleLowerCase().split(/[\s/]+/).filter((word) => word !== '');
  const fits = ({ label, description = '' }: Choice) => {
    const whole = `${label} ${description}`.toLocaleLowerCase();
    return words.every((word) => whole.includes(word));
  };
  return words.length === 0 ? [...choices] : choices.filter(fits).slice(0, SHOWN);
}
