import { Alert, AlertActionCloseButton, AlertGroup } from '@patternfly/react-core';
import { useEffect, useMemo, useRef, useState, type FocusEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ToastContext, type Toast } from './toasts';
import styles from './Toasts.module.css';

/** WCAG 2.2.1: long enough to be read twice, and the clock stands while pointer or focus is on it. */
const GOES_AFTER_MILLIS = 12_000;
const SHOWN = 3;
/** A message, or the dialog that it has opened. */
const OWN = '[data-toast], [role="dialog"]';

interface Shown {
  id: number;
  toast: Toast;
}

/** The messages of the page, the newest first. They outlive the page that wrote them, so that Undo does, too. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const next = useRef(0);
  const cameFrom = useRef<HTMLElement | null>(null);
  const isFocusLost = useRef(false);
  const [toasts, setToasts] = useState<readonly Shown[]>([]);
  const [all, setAll] = useState(false);
  const context = useMemo(
    () => ({
      show: (toast: Toast) => {
        const id = next.current++;
        setToasts((before) => [{ id, toast }, ...before]);
      },
    }),
    [],
  );
  const noteFocus = ({ currentTarget, target, relatedTarget }: FocusEvent) => {
    const isFromPage = relatedTarget instanceof HTMLElement && relatedTarget.closest(OWN) === null;
    if (currentTarget.contains(target) && isFromPage) cameFrom.current = relatedTarget;
  };
  const close = (id: number) => {
    isFocusLost.current = document.activeElement?.closest(OWN) instanceof HTMLElement;
    setToasts((before) => before.filter((one) => one.id !== id));
  };
  useEffect(() => {
    if (isFocusLost.current && document.activeElement === document.body) backTo(cameFrom.current);
    isFocusLost.current = false;
  }, [toasts]);
  const hidden = all ? 0 : Math.max(0, toasts.length - SHOWN);
  return (
    <ToastContext value={context}>
      {children}
      <AlertGroup
        isToast
        isLiveRegion
        aria-label={t('toasts.label')}
        className={styles['toasts'] ?? ''}
        onFocus={noteFocus}
        {...(hidden > 0 && { overflowMessage: t('toasts.more', { count: hidden }), onOverflowClick: () => setAll(true) })}
      >
        {toasts.slice(0, toasts.length - hidden).map(({ id, toast }) => (
          <ToastAlert key={id} id={id} toast={toast} onClose={() => close(id)} />
        ))}
      </AlertGroup>
    </ToastContext>
  );
}

function ToastAlert({ id, toast, onClose }: Shown & { onClose: () => void }) {
  const { t } = useTranslation();
  const { variant, title, stays = false, body } = toast;
  return (
    <Alert
      data-toast={id}
      variant={variant}
      title={title}
      component="p"
      {...(!stays && { timeout: GOES_AFTER_MILLIS, onTimeout: onClose })}
      actionClose={<AlertActionCloseButton aria-label={t('toasts.close', { title })} onClose={onClose} />}
    >
      {body?.(onClose)}
    </Alert>
  );
}

/** The focus of a toast that goes is where it was before, or at the page's heading. */
function backTo(element: HTMLElement | null): void {
  const target = element?.isConnected === true ? element : document.querySelector<HTMLElement>('[data-page-heading]');
  target?.focus();
}
