import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useMessages } from '../../i18n/messages.ts';
import '../../features/search/search.css';
import { Marked } from '../../features/search/marked.tsx';
import { Icon } from '../../ui/icons.tsx';
import { splitHref } from '../../ui/link.tsx';
import { useFirm } from '../firm-context.tsx';
import { shellMessages } from '../shell-messages.ts';
import { type Find, useFinds } from './finds.ts';
import { rememberFind } from './recents.ts';

/** Ctrl+K: one field that goes to any page, begins any act, and finds whatever the firm has, in either language. */
export default function Palette({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages(shellMessages);
  const navigate = useNavigate();
  const firm = useFirm();
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const { groups, isLooking } = useFinds(typed);
  const finds = groups.flatMap((group) => group.finds);
  const lit = Math.min(active, Math.max(finds.length - 1, 0));
  useEffect(() => {
    list.current?.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
  });

  const go = (find: Find | undefined) => {
    if (!find) return;
    if (find.isThing) rememberFind(firm.id, find);
    onClose();
    void navigate(splitHref(find.href));
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setActive((lit + (event.key === 'ArrowDown' ? 1 : -1) + finds.length) % Math.max(finds.length, 1));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      go(finds[lit]);
    }
  };

  let index = -1;
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => !open && onClose()} className="veil">
      <Modal className="palette">
        <AriaDialog aria-label={t('find')}>
          <input
            // biome-ignore lint/a11y/noAutofocus: the dialog is this field
            autoFocus
            type="text"
            role="combobox"
            aria-label={t('find')}
            aria-expanded={finds.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={finds[lit] ? `${listId}-${lit}` : undefined}
            placeholder={t('typeHere')}
            autoComplete="off"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setActive(0);
            }}
            onKeyDown={keyDown}
          />
          <div className="listbox" role="listbox" id={listId} ref={list} aria-label={t('find')}>
            {groups.map((group) => (
              // biome-ignore lint/a11y/useSemanticElements: a group of options, which a fieldset is not
              <div key={group.key} role="group" aria-label={group.label}>
                <div className="group" aria-hidden="true">
                  {group.label}
                </div>
                {group.finds.map((find) => {
                  index += 1;
                  const own = index;
                  return (
                    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field, which has the focus
                    <div
                      key={find.key}
                      id={`${listId}-${own}`}
                      role="option"
                      tabIndex={-1}
                      aria-selected={own === lit}
                      className={`option ${own === lit ? 'active' : ''}`}
                      onPointerMove={() => setActive(own)}
                      onClick={() => go(find)}
                    >
                      {find.icon && <Icon name={find.icon} size={16} />}
                      <Marked text={find.text} marks={find.marks ?? []} />
                      {find.detail && (
                        <span className="detail">
                          <bdi>{find.detail}</bdi>
                        </span>
                      )}
                    </div>
                  );
                })}
              </div>
            ))}
          </div>
          {finds.length === 0 && typed.trim() !== '' && !isLooking && (
            <p className="empty muted" role="status">
              {t('nothingFound', { typed })}
            </p>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
