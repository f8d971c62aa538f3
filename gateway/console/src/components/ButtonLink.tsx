import { Button, type ButtonProps } from '@patternfly/react-core';
import type { ComponentProps } from 'react';
import { Link } from 'react-router';

type Props = Pick<ButtonProps, 'variant' | 'size' | 'icon' | 'isInline' | 'aria-label' | 'children'> & { to: string };

/** A link of this console that looks like a button. */
export function ButtonLink({ to, ...button }: Props) {
  return <Button {...button} href={to} component={RouterLink} />;
}

function RouterLink({ href = '', ...link }: Omit<ComponentProps<typeof Link>, 'to'> & { href?: string }) {
  return <Link {...link} to={href} />;
}
