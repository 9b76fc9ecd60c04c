import { hash } from 'node:crypto';
import type { UserId } from '../../../domain/kernel/ids.ts';
import { keyTable } from '../table/key-table.ts';
import type { Key } from '../table/port.ts';

/** What every request asks before anything else. The session stands among identity's directories, the other two in the firm of the URL. */
export const authKeys = keyTable({
  session: {
    asks: 'Who signed in with this token? (Among identity’s directories, by the digest of the token.)',
    pk: 'SESSION#{digest}',
    sk: 'SESSION',
  },
  firm: { asks: 'What is the firm: its name, currency, language, time zone?', pk: 'FIRM', sk: 'FIRM' },
  member: { asks: 'Who works in the firm, and as what?', pk: 'MEMBERS', sk: '{user}' },
});

/** By the digest of its token: whoever reads the table signs nobody in. */
export const sessionKey = (digest: string): Key => authKeys.session({ digest });
export const tokenHash = (token: string): string => hash('sha256', token, 'hex');

export const firmKey: Key = authKeys.firm();
export const memberKey = (user: UserId): Key => authKeys.member({ user });
