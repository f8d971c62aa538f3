import { ApiProblem } from './api/problem';
import { useCountdown } from './useCountdown';

/** How long the API wants to be left alone (429, Retry-After). */
export function useWait(): { left: number; isOn: boolean; noteProblem: (problem: unknown) => void } {
  const { left, start } = useCountdown();
  return {
    left,
    isOn: left > 0,
    noteProblem: (problem) => {
      if (problem instanceof ApiProblem && problem.status === 429) start(problem.retryAfter ?? 1);
    },
  };
}
