import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import CheckCircleIcon from '@patternfly/react-icons/dist/esm/icons/check-circle-icon';
import EnvelopeIcon from '@patternfly/react-icons/dist/esm/icons/envelope-icon';
import ExclamationTriangleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon';
import { useEffect, useRef, type ReactNode } from 'react';
import styles from './LinkNotice.module.css';

const icons = { success: CheckCircleIcon, info: EnvelopeIcon, warning: ExclamationTriangleIcon };

interface Props {
  title: string;
  text: string;
  tone: keyof typeof icons;
  /** The ways on. */
  children?: ReactNode;
}

/** One clear sentence about a mailed link or a mail, and what to do. */
export function LinkNotice({ title, text, tone, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The form that it replaces took the focus with it.
    if (document.activeElement === document.body) box.current?.focus();
  }, []);
  return (
    <div ref={box} tabIndex={-1} className={styles['box']}>
      <EmptyState titleText={title} headingLevel="h1" icon={icons[tone]} status={tone} role="status">
        <EmptyStateBody>{text}</EmptyStateBody>
        {Boolean(children) && (
          <EmptyStateFooter>
            <EmptyStateActions>{children}</EmptyStateActions>
          </EmptyStateFooter>
        )}
      </EmptyState>
    </div>
  );
}
