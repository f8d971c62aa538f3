import { useCallback, useEffect, useState } from 'react';

const WHILE_MILLIS = 30_000;
const EVERY_MILLIS = 2_000;

/** Something is about to change elsewhere: for a while it is worth asking for it again and again. */
export function useForAWhile(isOnAtFirst = false): { isOn: boolean; everyMillis: number | false; begin: () => void } {
  // Counts, so that a second beginning begins the time anew.
  const [round, setRound] = useState(isOnAtFirst ? 1 : 0);
  const isOn = round > 0;
  const begin = useCallback(() => setRound((before) => before + 1), []);
  useEffect(() => {
    if (round === 0) return undefined;
    const timer = setTimeout(() => setRound(0), WHILE_MILLIS);
    return () => clearTimeout(timer);
  }, [round]);
  return { isOn, everyMillis: isOn && EVERY_MILLIS, begin };
}
