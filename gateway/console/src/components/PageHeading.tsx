import { Title } from '@patternfly/react-core';
import type { ReactNode } from 'react';

/** The h1 of a page; it takes the focus after a navigation so that a screen reader begins there. */
export function PageHeading({ children, size = 'xl' }: { children: ReactNode; size?: 'xl' | '2xl' | '3xl' }) {
  return (
    <Title headingLevel="h1" size={size} tabIndex={-1} data-page-heading>
      {children}
    </Title>
  );
}
