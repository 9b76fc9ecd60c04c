import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useId, useRef, useState } from 'react';
import { commonMessages } from '../i18n/common-messages.ts';
import { matches } from '../i18n/fold.ts';
import { useMessages } from '../i18n/messages.ts';
import { Field, type FieldProps } from './field.tsx';

export interface Option {
  readonly key: string;
  /** What the field shows once it is chosen. */
  readonly text: string;
  readonly detail?: ReactNode;
  /** What else finds it: its code, its name in the other language. */
  readonly search?: string;
}

interface ComboBoxProps extends FieldProps {
  readonly value: string;
  readonly onChange: (key: string) => void;
  readonly options: readonly Option[];
  /** The text of a chosen option that is not among the options just now. */
  readonly chosenText?: string | undefined;
  /** Where the options come from a search: called with what is typed, and the options are then taken as they come. */
  readonly onType?: (typed: string) => void;
  /** Adds what was typed as something new. */
  readonly add?: { readonly label: (typed: string) => string; readonly onAdd: (typed: string) => void };
  readonly placeholder?: string;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** Beyond this many matches typing one more letter is quicker than scrolling, and a keystroke stays fast in a chart of thousands. */
const SHOWN_MAXIMUM = 40;
const ADD = '+';

/**
 * A field that finds one of many (ARIA combobox with a list). Any part of a name or code matches, however Arabic is spelled; Enter or Tab takes the
 * match that is lit; leaving without choosing puts back what was chosen.
 */
export function ComboBox({ value, onChange, options, chosenText, onType, add, placeholder, onKeyDown, inputRef, ...field }: ComboBoxProps) {
  const t = useMessages(commonMessages);
  const listId = useId();
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const chosen = options.find((option) => option.key === value);
  const text = typed ?? chosen?.text ?? (value === '' ? '' : (chosenText ?? ''));
  const found = open ? shownFor(options, typed, onType !== undefined) : [];
  const rows: readonly Option[] = open && add && typed ? [...found, { key: ADD, text: add.label(typed) }] : found;

  useEffect(() => {
    if (open) list.current?.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
  });

  const shut = () => {
    setOpen(false);
    setTyped(undefined);
  };
  const take = (option: Option | undefined) => {
    if (!option) return;
    const words = typed ?? '';
    shut();
    if (option.key === ADD) add?.onAdd(words);
    else onChange(option.key);
  };
  const show = () => {
    setActive(0);
    setOpen(true);
  };
  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { key } = event;
    if (open && key === 'Escape') {
      event.stopPropagation();
      shut();
    } else if ((key === 'ArrowDown' || key === 'ArrowUp') && (open || event.altKey || typed !== undefined)) {
      event.preventDefault();
      if (!open) show();
      else setActive((active + (key === 'ArrowDown' ? 1 : -1) + rows.length) % Math.max(rows.length, 1));
    } else if (open && (key === 'Enter' || key === 'Tab') && rows[active]) {
      if (key === 'Enter') event.preventDefault();
      // Tab out of an untouched field changes nothing.
      if (key === 'Enter' || typed) take(rows[active]);
      else shut();
      if (key === 'Enter') return;
    } else if (!open && key === 'ArrowDown' && !onKeyDown) {
      event.preventDefault();
      show();
    }
    onKeyDown?.(event);
  };

  return (
    <Field {...field}>
      {(wired) => (
        <div className={`combobox ${opensAbove(box.current) ? 'above' : ''}`} ref={box}>
          <input
            {...wired}
            ref={inputRef}
            className="input"
            role="combobox"
            aria-expanded={open}
            aria-controls={open ? listId : undefined}
            aria-autocomplete="list"
            aria-activedescendant={open && rows[active] ? `${listId}-${active}` : undefined}
            autoComplete="off"
            placeholder={placeholder}
            value={text}
            onFocus={(event) => event.currentTarget.select()}
            onClick={show}
            onBlur={shut}
            onChange={(event) => {
              setTyped(event.target.value);
              show();
              onType?.(event.target.value);
              if (event.target.value === '' && value !== '') onChange('');
            }}
            onKeyDown={keyDown}
          />
          {open && (
            // The field keeps the focus: pressing the list must not take it away.
            <div id={listId} ref={list} role="listbox" aria-label={field.label} className="listbox" onPointerDown={(event) => event.preventDefault()}>
              {rows.map((option, index) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field, which has the focus
                // biome-ignore lint/a11y/useFocusableInteractive: the field points at the lit option by aria-activedescendant
                <div
                  key={option.key}
                  id={`${listId}-${index}`}
                  role="option"
                  aria-selected={option.key === value}
                  className={`option ${index === active ? 'active' : ''}`}
                  onPointerMove={() => setActive(index)}
                  onClick={() => take(option)}
                >
                  <bdi>{option.text}</bdi>
                  {option.detail && <span className="detail">{option.detail}</span>}
                </div>
              ))}
              {rows.length === 0 && (
                <div role="option" aria-selected="false" aria-disabled="true" className="option muted" tabIndex={-1}>
                  {t('noMatches')}
                </div>
              )}
            </div>
          )}
        </div>
      )}
    </Field>
  );
}

function shownFor(options: readonly Option[], typed: string | undefined, searched: boolean): readonly Option[] {
  if (!typed || searched) return options.slice(0, SHOWN_MAXIMUM);
  const shown: Option[] = [];
  for (const option of options) {
    if (matches(`${option.text} ${option.search ?? ''}`, typed)) shown.push(option);
    if (shown.length === SHOWN_MAXIMUM) break;
  }
  return shown;
}

/** Near the foot of the window the list opens upwards. */
function opensAbove(box: HTMLElement | null): boolean {
  if (!box) return false;
  const { bottom, top } = box.getBoundingClientRect();
  return window.innerHeight - bottom < 260 && top > 320;
}
