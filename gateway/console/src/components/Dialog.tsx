import { Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { DialogBox } from './dialogBox';
import styles from './Dialog.module.css';

interface Props {
  title: string;
  /** What happens, in one sentence; read out with the title. */
  text?: ReactNode;
  titleIcon?: 'warning' | 'danger';
  size?: 'small' | 'medium';
  /** While an answer is awaited the dialog stays. */
  isBusy: boolean;
  onClose: () => void;
  footer: ReactNode;
  children?: ReactNode;
}

/**
 * A question over the page. Everything behind it can be neither reached nor read until it is answered; the first field, else
 * the first button below, has the focus. Who opened it gives the focus back.
 */
export function Dialog({ title, text, titleIcon, size = 'small', isBusy, onClose, footer, children }: Props) {
  const id = useId();
  const [box, setBox] = useState<HTMLElement | null>(null);
  useEffect(() => (box === null ? undefined : shutOut(dialogOf(box))), [box]);
  // At first, and whenever what had the focus has made room for something else.
  useEffect(() => {
    if (box !== null && !dialogOf(box).contains(document.activeElement)) focusFirst(dialogOf(box));
  });

  const close = () => {
    if (!isBusy) onClose();
  };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // A list that is open within takes its Escape for itself.
      if (event.key === 'Escape' && !event.defaultPrevented) close();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });
  return (
    <Modal
      isOpen
      variant={size}
      aria-labelledby={`${id}-title`}
      aria-describedby={text === undefined ? undefined : `${id}-text`}
      disableFocusTrap
      onClose={close}
      onEscapePress={() => undefined}
      tabIndex={-1}
      className={styles['dialog'] ?? ''}
    >
      <ModalHeader
        title={<span className={styles['title']}>{title}</span>}
        labelId={`${id}-title`}
        {...(titleIcon !== undefined && { titleIconVariant: titleIcon })}
      />
      <ModalBody>
        <div ref={setBox} className={styles['body']}>
          <DialogBox value={box === null ? undefined : dialogOf(box)}>
            {text !== undefined && <p id={`${id}-text`}>{text}</p>}
            {children}
          </DialogBox>
        </div>
      </ModalBody>
      <ModalFooter>{footer}</ModalFooter>
    </Modal>
  );
}

function dialogOf(body: HTMLElement): HTMLElement {
  return body.closest<HTMLElement>('[role="dialog"]') ?? body;
}

/** The rest of the page is inert until the dialog is gone. */
function shutOut(dialog: HTMLElement): () => void {
  const behind = [...document.body.children].filter((one) => !one.contains(dialog) && !one.hasAttribute('inert'));
  for (const one of behind) one.setAttribute('inert', '');
  return () => {
    for (const one of behind) one.removeAttribute('inert');
  };
}

function focusFirst(dialog: HTMLElement): void {
  const first = dialog.querySelector<HTMLElement>('form:not([hidden]) :is(input, select, textarea)') ?? dialog.querySelector<HTMLElement>('footer button');
  (first ?? dialog).focus();
}
