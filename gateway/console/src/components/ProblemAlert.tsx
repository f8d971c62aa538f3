import { Alert, AlertActionLink } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '@/lib/api/problem';
import { problemText } from '@/lib/problemText';

interface Props {
  title: string;
  problem: unknown;
  onRetry?: () => void;
  variant?: 'danger' | 'warning';
  /** Where there are better words than those of the problem's code. */
  text?: string;
}

/** Says what went wrong, what to do and, for our support, under which reference it is logged. */
export function ProblemAlert({ title, problem, onRetry, variant = 'danger', text }: Props) {
  const { t } = useTranslation();
  const traceId = problem instanceof ApiProblem && problem.status >= 500 ? problem.traceId : undefined;
  return (
    <div role="alert">
      <Alert
        isInline
        variant={variant}
        title={title}
        component="p"
        actionLinks={onRetry && <AlertActionLink onClick={onRetry}>{t('tryAgain')}</AlertActionLink>}
      >
        <p>{text ?? problemText(problem, t)}</p>
        {traceId !== undefined && <p>{t('crash.traceId', { traceId })}</p>}
      </Alert>
    </div>
  );
}
