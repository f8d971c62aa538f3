import { Alert, Button } from '@patternfly/react-core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './ConflictView.module.css';

export interface ConflictLine {
  label: string;
  before: string;
  now: string;
  /** What one has typed oneself for it. */
  mine?: string | undefined;
}

/** Somebody else was faster (412): what was changed meanwhile, beside one's own. Takes the focus, so that it is read first. */
export function ConflictView({ name, lines }: { name: string; lines: readonly ConflictLine[] }) {
  const { t } = useTranslation();
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.focus(), []);
  return (
    <>
      <div ref={top} tabIndex={-1} role="alert" className={styles['top']}>
        <Alert isInline variant="warning" title={t('conflict.title')} component="p">
          {t('conflict.text', { name })}
        </Alert>
      </div>
      <dl className={styles['lines']}>
        {lines.map(({ label, before, now, mine }) => (
          <div key={label} className={styles['line']}>
            <dt>{label}</dt>
            <dd>
              {t('conflict.theirs', { now })} <span className={styles['before']}>{t('conflict.before', { before })}</span>
            </dd>
            {mine !== undefined && <dd className={styles['mine']}>{t('conflict.mine', { mine })}</dd>}
          </div>
        ))}
      </dl>
      <p>{t('conflict.choice')}</p>
    </>
  );
}

/** The ways out of it: one's own on top of theirs, theirs alone, or nothing. */
export function ConflictButtons({ onMine, onTheirs, onClose }: { onMine: () => void; onTheirs: () => void; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <Button onClick={onMine}>{t('conflict.keepMine')}</Button>
      <Button variant="secondary" onClick={onTheirs}>
        {t('conflict.takeTheirs')}
      </Button>
      <Button variant="link" onClick={onClose}>
        {t('cancel')}
      </Button>
    </>
  );
}
