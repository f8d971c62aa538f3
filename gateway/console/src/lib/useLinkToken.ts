import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';

/**
 * The secret of the link, read once from the fragment, which leaves the address bar and the history at once. It lives in
 * the memory of this page only.
 *
 * @returns undefined when the page was opened without a link
 */
export function useLinkToken(): string | undefined {
  const { hash, pathname } = useLocation();
  const navigate = useNavigate();
  const [token, setToken] = useState(secretOf(hash));
  const fresh = secretOf(hash);
  if (fresh !== undefined && fresh !== token) setToken(fresh);
  useEffect(() => {
    if (hash !== '') void navigate(pathname, { replace: true });
  }, [hash, pathname, navigate]);
  return token;
}

function secretOf(hash: string): string | undefined {
  return hash.length > 1 ? hash.slice(1) : undefined;
}
