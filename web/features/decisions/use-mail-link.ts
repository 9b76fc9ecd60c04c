import { useEffect, useState } from 'react';
import { type DecisionOutcome, outcomeNames } from '../../../domain/work/decisions/request.ts';

/** What the link of a mail proposes, and the token by which it works once. */
export interface MailLink {
  readonly choose: DecisionOutcome | undefined;
  readonly inNameOf: string | undefined;
  readonly token: string | undefined;
}

/**
 * Reads the link and takes it out of the address at once, so that its token stays in no history. Whoever had to sign in first comes back with the
 * `#` inside the last member of the query: both are read alike.
 */
export function useMailLink(): MailLink {
  const [link] = useState(() => readLink(decodeURIComponent(location.search + location.hash)));
  const isLink = link.token !== undefined || link.choose !== undefined;
  useEffect(() => {
    if (isLink) history.replaceState(history.state, '', location.pathname);
  }, [isLink]);
  return link;
}

export function readLink(address: string): MailLink {
  const choose = /[?&]choose=([a-z-]+)/.exec(address)?.[1];
  return {
    choose: outcomeNames.find((outcome) => outcome === choose),
    inNameOf: /[?&]for=(usr_\w+)/.exec(address)?.[1],
    token: /[#&]token=([\w-]{43})/.exec(address)?.[1],
  };
}
