import { useState } from 'react';
import { useLeaving } from '@/lib/leaving';
import { useOnce } from '@/lib/useOnce';
import { openCardPage } from './cardPage';

/** The way to the page where a card is entered. */
export function useCardPage(): { open: () => void; isBusy: boolean; problem: unknown } {
  const [problem, setProblem] = useState<unknown>();
  const { leave, isLeaving } = useLeaving();
  const { send, isBusy } = useOnce<undefined, string>({ run: openCardPage, onDone: leave, onRefused: setProblem });
  const open = () => {
    setProblem(undefined);
    send(undefined);
  };
  return { open, isBusy: isBusy || isLeaving, problem };
}
