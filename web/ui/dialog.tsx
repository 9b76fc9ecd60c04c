import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly wide?: boolean;
  /** An act that cannot be taken back: the dialog must be answered. */
  readonly alert?: boolean;
  readonly children: ReactNode;
}

/** A dialog over the page. Rendered while it is open; Escape and a press outside close it, unless it must be answered. */
export function Dialog({ title, onClose, wide, alert, children }: DialogProps) {
  return (
    <ModalOverlay isOpen isDismissable={!alert} onOpenChange={(open) => !open && onClose()} className="veil">
      <Modal className={wide ? 'dialog wide' : 'dialog'}>
        <AriaDialog role={alert ? 'alertdialog' : 'dialog'}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
