import { Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useEffect, useId, useState, type KeyboardEvent, type ReactNode } from 'react';
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
  useEffect(() => (box === null ? undefined : enter(box)), [box]);

  const close = () => {
    if (!isBusy) onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // A list that is open within takes its Escape for itself.
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    close();
  };
  return (
    <Modal
      isOpen
      variant={size}
      aria-labelledby={`${id}-title`}
      aria-describedby={text === undefined ? undefined : `${id}-text`}
      disableFocusTrap
      onClose={close}
      onEscapePress={() => undefined}
      onKeyDown={onKeyDown}
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
          <DialogBox value={box?.closest<HTMLElement>('[role="dialog"]')?.parentElement ?? undefined}>
            {text !== undefined && <p id={`${id}-text`}>{text}</p>}
            {children}
          </DialogBox>
        </div>
      </ModalBody>
      <ModalFooter>{footer}</ModalFooter>
    </Modal>
  );
}

/** Takes the focus in and keeps it there: the rest of the page is inert until the dialog is gone. */
function enter(body: HTMLElement): () => void {
  const dialog = body.closest<HTMLElement>('[role="dialog"]') ?? body;
  const behind = [...document.body.children].filter((one) => !one.contains(dialog) && !one.hasAttribute('inert'));
  for (const one of behind) one.setAttribute('inert', '');
  const first = body.querySelector<HTMLElement>('input, select, textarea') ?? dialog.querySelector<HTMLElement>('footer button');
  (first ?? dialog).focus();
  return () => {
    for (const one of behind) one.removeAttribute('inert');
  };
}
