import { useState } from 'react';
import { useOnce } from '../useOnce';
import { saveLinePart, type LineAccess, type LinePart } from './linePart';

interface Props<T> {
  /** As it was read when the form was opened. */
  read: LinePart<T>;
  line: LineAccess<T>;
  onSaved: (saved: LinePart<T>) => void;
  onRefused: (problem: unknown) => void;
}

/** Changes one part of a user's line, and holds what somebody else has made of it meanwhile. */
export function useLinePart<T>({ read, line, onSaved, onRefused }: Props<T>) {
  const [base, setBase] = useState(read);
  const [conflict, setConflict] = useState<LinePart<T>>();
  const { send, isBusy } = useOnce({
    run: ({ on, value }: { on: LinePart<T>; value: T }) => saveLinePart(on, value, line),
    onDone: (outcome) => {
      if ('conflict' in outcome) return setConflict(outcome.conflict);
      setBase(outcome.saved);
      onSaved(outcome.saved);
    },
    onRefused,
  });
  /** Goes on from what the other one has made of it, and returns that. */
  const rebase = (): LinePart<T> => {
    const fresh = conflict ?? base;
    setBase(fresh);
    setConflict(undefined);
    return fresh;
  };
  return {
    base,
    conflict,
    isBusy,
    save: (value: T) => send({ on: base, value }),
    saveOnTop: (value: T) => send({ on: rebase(), value }),
    takeTheirs: rebase,
  };
}
