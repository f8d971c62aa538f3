import { initials } from '@/lib/format';
import styles from './PersonAvatar.module.css';

const TONES = 6;

interface Props {
  id: string;
  firstName: string;
  lastName: string;
  isMuted?: boolean;
}

/** Initials on a colour that stays with the person. Decoration: the name stands beside it. */
export function PersonAvatar({ id, firstName, lastName, isMuted = false }: Props) {
  const tone = isMuted ? 'muted' : `tone${toneOf(id)}`;
  return (
    <span className={`${styles['avatar']} ${styles[tone]}`} aria-hidden="true">
      {initials(firstName, lastName)}
    </span>
  );
}

function toneOf(id: string): number {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 997;
  return sum % TONES;
}
