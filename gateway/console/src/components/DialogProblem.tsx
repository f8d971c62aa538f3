import { useEffect, useRef } from 'react';
import { ProblemAlert } from './ProblemAlert';

/** Why the act of a dialog was refused; comes into view wherever its body is scrolled to. */
export function DialogProblem({ title, problem, variant = 'danger' }: { title: string; problem: unknown; variant?: 'danger' | 'warning' }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), [problem]);
  if (problem === null) return null;
  return (
    <div ref={place}>
      <ProblemAlert title={title} problem={problem} variant={variant} />
    </div>
  );
}
