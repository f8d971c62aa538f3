import { Button } from '@patternfly/react-core';
import CheckIcon from '@patternfly/react-icons/dist/esm/icons/check-icon';
import CopyIcon from '@patternfly/react-icons/dist/esm/icons/copy-icon';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Puts a text into the clipboard and says that it is there, or that the browser refused. */
export function CopyButton({ text, children }: { text: string; children: ReactNode }) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<'copied' | 'notCopied'>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      // Not allowed, or no secure page: the person copies by hand.
      setOutcome('notCopied');
    }
  };
  return (
    <>
      <Button variant="secondary" icon={outcome === 'copied' ? <CheckIcon /> : <CopyIcon />} onClick={() => void copy()}>
        {children}
      </Button>
      <span role="status">{outcome === undefined ? '' : t(outcome === 'copied' ? 'copied' : 'notCopied')}</span>
    </>
  );
}
