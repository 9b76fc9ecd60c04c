import { useEffect, useState } from 'react';

/**
 * The token of a mail's link, from `?token=` or `#token=`. It is taken out of the address at once, so that it stays in no history,
 * no screenshot and no referrer.
 */
export function useLinkToken(): string {
  const [token] = useState(() => new URLSearchParams(location.search).get('token') ?? new URLSearchParams(location.hash.slice(1)).get('token') ?? '');
  useEffect(() => {
    if (token) history.replaceState(history.state, '', location.pathname);
  }, [token]);
  return token;
}
