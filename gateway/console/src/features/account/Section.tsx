import { Card, CardBody, CardTitle, Content } from '@patternfly/react-core';
import type { ReactNode } from 'react';

/** One group of the form under its own heading. */
export function Section({ title, intro, children }: { title: string; intro?: string; children: ReactNode }) {
  return (
    <Card isLarge component="section">
      <CardTitle component="h2">{title}</CardTitle>
      <CardBody>
        {intro !== undefined && <Content component="p">{intro}</Content>}
        {children}
      </CardBody>
    </Card>
  );
}
