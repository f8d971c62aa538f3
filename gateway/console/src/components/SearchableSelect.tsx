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
import { useListPlace } from './dialogBox';

const SHOWN = 60;
const NO_MATCH = 3;

export interface Choice {
  value: string;
  label: string;
  description?: string;
  /** Found by these words, too, which are not shown. */
  keywords?: string;
  /** Comes before others that fit as well. */
  isTypical?: boolean;
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
  /** Who finds the choices elsewhere is told what is typed; the choices are then shown as they come. */
  onTyped?: (text: string) => void;
  /** What stands in the list instead of choices, such as that they are on their way. */
  notice?: string | undefined;
  isDisabled?: boolean;
}

/** A long choice that is narrowed by typing (ARIA combobox: arrows, Enter, Escape). */
export function SearchableSelect(props: Props) {
  const { id, choices, value, onChange, onBlur, label, toggleLabel, isInvalid = false, describedBy, inputRef } = props;
  const { onTyped, notice, isDisabled = false } = props;
  const { t } = useTranslation();
  const listId = useId();
  const place = useListPlace();
  const input = useRef<HTMLInputElement | null>(null);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState<string>();
  const [active, setActive] = useState(-1);
  useEffect(() => inputRef?.(input.current), [inputRef]);
  const chosen = choices.find((choice) => choice.value === value);
  const isElsewhere = onTyped !== undefined;
  const found = useMemo(() => (isElsewhere ? choices : matching(choices, typed ?? '')), [choices, typed, isElsewhere]);

  const type = (text: string | undefined) => {
    setTyped(text);
    onTyped?.(text ?? '');
  };
  const close = () => {
    setOpen(false);
    type(undefined);
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
    } else if (event.key === 'Tab') {
      close();
    } else if (event.key === 'Escape' && open) {
      // A dialog around stays open.
      event.preventDefault();
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
      onOpenChangeKeys={[]}
      isScrollable
      maxMenuHeight="18rem"
      popperProps={{ width: 'trigger', appendTo: place }}
      toggle={(toggle: Ref<MenuToggleElement>) => (
        <MenuToggle
          ref={toggle}
          variant="typeahead"
          isExpanded={open}
          isFullWidth
          isDisabled={isDisabled}
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
                type(text);
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
        {notice !== undefined && (
          <SelectOption key="notice" isDisabled>
            {notice}
          </SelectOption>
        )}
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
        {found.length === 0 && notice === undefined && (
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

/** Whole words of the keywords first, then beginnings of words, then anything that holds what was typed. */
function matching(choices: readonly Choice[], text: string): Choice[] {
  const typed = wordsOf(text);
  if (typed.length === 0) return [...choices];
  const ranked = choices.map((choice) => ({ choice, rank: Math.max(...typed.map((word) => rankOf(choice, word))) }));
  return ranked
    .filter(({ rank }) => rank < NO_MATCH)
    .toSorted((a, b) => a.rank - b.rank || Number(b.choice.isTypical ?? false) - Number(a.choice.isTypical ?? false))
    .slice(0, SHOWN)
    .map(({ choice }) => choice);
}

function rankOf({ label, description = '', keywords = '' }: Choice, typed: string): number {
  const known = wordsOf(keywords);
  if (known.includes(typed)) return 0;
  const words = wordsOf(`${label} ${description}`);
  if ([...known, ...words].some((word) => word.startsWith(typed))) return 1;
  return words.some((word) => word.includes(typed)) ? 2 : NO_MATCH;
}

function wordsOf(text: string): string[] {
  return text.toLocaleLowerCase().split(/[\s/,]+/).filter((word) => word !== '');
}
