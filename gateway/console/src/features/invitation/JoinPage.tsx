import { Card, CardBody, Skeleton, Stack, StackItem } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeading } from '@/components/PageHeading';
import { ProblemAlert } from '@/components/ProblemAlert';
import { PublicPage } from '@/components/PublicPage';
import { useTitle } from '@/lib/useTitle';
import { AcceptForm } from './AcceptForm';
import { inspectInvitation, type LinkState } from './inspectInvitation';
import { LinkStatePage } from './LinkStatePage';
import { useLinkToken } from './useLinkToken';

/** Where the link of an invitation leads: choose a password, or read why the link does not work. */
export function JoinPage() {
  const { t } = useTranslation();
  const token = useLinkToken();
  useTitle(t('join.pageTitle'));
  return (
    <PublicPage>
      <Card isLarge>
        <CardBody>{token === undefined ? <LinkStatePage state="MISSING" /> : <Invitation key={token} token={token} />}</CardBody>
      </Card>
    </PublicPage>
  );
}

function Invitation({ token }: { token: string }) {
  const { t } = useTranslation();
  // The key of the query names this visit and never the token.
  const visit = useId();
  const [found, setFound] = useState<LinkState>();
  const { data, error, refetch } = useQuery({
    queryKey: ['invitation', visit],
    queryFn: ({ signal }) => inspectInvitation(token, signal),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (error !== null) {
    return (
      <Stack hasGutter>
        <PageHeading size="2xl">{t('join.pageTitle')}</PageHeading>
        <ProblemAlert title={t('join.states.FAILED.title')} problem={error} onRetry={() => void refetch()} />
      </Stack>
    );
  }
  if (data === undefined) return <Checking />;
  const state = found ?? data.state;
  if (state !== 'PENDING') return <LinkStatePage state={state} />;
  return <AcceptForm token={token} invitation={data} onLinkState={setFound} />;
}

function Checking() {
  const { t } = useTranslation();
  return (
    <Stack hasGutter aria-busy="true">
      <PageHeading size="2xl">{t('join.checking')}</PageHeading>
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
