import type { ReactNode } from 'react';
import { Wordmark } from './Wordmark';
import styles from './PublicPage.module.css';

interface Props {
  children: ReactNode;
  /** Beside the wordmark, such as the way to another public page. */
  aside?: ReactNode;
  width?: 'narrow' | 'wide';
}

/** The frame of a page that needs no session. */
export function PublicPage({ children, aside, width = 'narrow' }: Props) {
  return (
    <div className={styles['page']}>
      <header className={`${styles['header']} ${width === 'wide' ? styles['wide'] : ''}`}>
        <Wordmark />
        {aside !== undefined && <div>{aside}</div>}
      </header>
      <main id="main" tabIndex={-1} className={`${styles['main']} ${styles[width]}`}>
        {children}
      </main>
    </div>
  );
}
