import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';

interface Act<V, R> {
  run: (variables: V) => Promise<R>;
  /** It is busy until this is done, too. */
  onDone: (result: R) => void | Promise<void>;
  onRefused: (problem: unknown) => void | Promise<void>;
}

/** A change that runs once at a time: however often a button is pressed, it is asked for once until the answer is there. */
export function useOnce<V, R>({ run, onDone, onRefused }: Act<V, R>): { send: (variables: V) => void; isBusy: boolean } {
  const running = useRef(false);
  const { mutate, isPending } = useMutation({
    mutationFn: run,
    onSuccess: onDone,
    onError: onRefused,
    onSettled: () => {
      running.current = false;
    },
  });
  return {
    send: (variables) => {
      if (running.current) return;
      running.current = true;
      mutate(variables);
    },
    isBusy: isPending,
  };
}
