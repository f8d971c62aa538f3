import styles from './Wordmark.module.css';

/** The product's sign and name; colours follow the theme. */
export function Wordmark() {
  return (
    <svg className={styles['wordmark']} viewBox="0 0 176 32" preserveAspectRatio="xMinYMid slice" role="img" aria-label="Switchboard">
      <rect className={styles['tile']} width="32" height="32" rx="8" />
      <path className={styles['cord']} d="M9 10c0 9 14 3 14 12" />
      <g className={styles['plug']}>
        <circle cx="9" cy="9.4" r="3.4" />
        <circle cx="23" cy="22.6" r="3.4" />
        <circle cx="23" cy="9.4" r="3.4" opacity=".45" />
        <circle cx="9" cy="22.6" r="3.4" opacity=".45" />
      </g>
      <text className={styles['name']} x="42" y="23">
        Switchboard
      </text>
    </svg>
  );
}
