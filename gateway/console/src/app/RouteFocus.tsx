import { useEffect, useRef } from 'react';
import { Outlet, useLocation } from 'react-router';

/**
 * After a navigation the new page begins at its top and its heading has the focus, so that keyboard and screen reader
 * begin there, too. A page that has put the focus somewhere itself, and a tab that was just chosen, keep it.
 */
export function RouteFocus() {
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    const holder = document.activeElement;
    if (holder instanceof HTMLElement && (holder.role === 'tab' || holder.matches('main input'))) return;
    window.scrollTo(0, 0);
    document.querySelector<HTMLElement>('[data-page-heading], main h1')?.focus({ preventScroll: true });
  }, [pathname]);
  return <Outlet />;
}
