import styles from './PriceLines.module.css';

interface Props {
  lines: readonly { label: string; price: string }[];
  isTotal?: boolean;
}

/** What is bought at the left, its price at the right. */
export function PriceLines({ lines, isTotal = false }: Props) {
  return (
    <dl className={`${styles['lines']} ${isTotal ? styles['total'] : ''}`}>
      {lines.map(({ label, price }) => (
        <div key={label} className={styles['line']}>
          <dt>{label}</dt>
          <dd>{price}</dd>
        </div>
      ))}
    </dl>
  );
}
