import { Card, CardBody, Skeleton, Stack, StackItem } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import { useLinkToken } from '@/lib/useLinkToken';
import { useTitle } from '@/lib/useTitle';
import { PageHeading } from './PageHeading';
import { ProblemAlert } from './ProblemAlert';
import { PublicPage } from './PublicPage';

interface Props<L> {
  title: string;
  /** While the link is being looked at. */
  checking: string;
  /** When it could not be looked at. */
  failed: string;
  inspect: (token: string, signal: AbortSignal) => Promise<L>;
  /** Shown to those who came without a link. */
  missing: ReactNode;
  children: (token: string, link: L) => ReactNode;
}

/** Where the link of a mail leads. Its secret lives in the memory of this page only. */
export function MailedLinkPage<L>({ missing, ...props }: Props<L>) {
  const token = useLinkToken();
  useTitle(props.title);
  return (
    <PublicPage>
      <Card isLarge>
        <CardBody>{token === undefined ? missing : <Link key={token} token={token} {...props} />}</CardBody>
      </Card>
    </PublicPage>
  );
}

function Link<L>({ token, title, checking, failed, inspect, children }: Omit<Props<L>, 'missing'> & { token: string }) {
  // The key of the query names this visit and never the token.
  const visit = useId();
  const { data, error, refetch } = useQuery({
    queryKey: ['mailed-link', visit],
    queryFn: ({ signal }) => inspect(token, signal),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (error !== null) {
    return (
      <Stack hasGutter>
        <PageHeading size="2xl">{title}</PageHeading>
        <ProblemAlert title={failed} problem={error} onRetry={() => void refetch()} />
      </Stack>
    );
  }
  if (data === undefined) return <Checking heading={checking} />;
  return children(token, data);
}

function Checking({ heading }: { heading: string }) {
  return (
    <Stack hasGutter aria-busy="true">
      <PageHeading size="2xl">{heading}</PageHeading>
      <StackItem>
        <Skeleton width="80%" />
      </StackItem>
      <StackItem>
        <Skeleton height="2.25rem" />
      </StackItem>
      <StackItem>
        <Skeleton height="2.75rem" />
      </StackItem>
    </Stack>
  );
}
