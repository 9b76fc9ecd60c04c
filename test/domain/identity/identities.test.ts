import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anotherMail, candidates, type MailCount } from '../../../domain/identity/identities.ts';
import { displacedBy, SESSIONS_MAXIMUM } from '../../../domain/identity/session.ts';

const identity = (n: number, verified = false) => ({
  user: `usr_${String(n).padStart(26, '0')}` as const,
  ...(verified && { verifiedAt: '2031-01-01T00:00:00.000Z' }),
});

test('the verified come first and always; of the unverified, the latest three', () => {
  const all = [identity(1, true), identity(2), identity(3), identity(4), identity(5, true), identity(6)];
  expect(candidates(all)).toEqual([identity(5, true), identity(1, true), identity(6), identity(4), identity(3)]);
});

test('which of a stranger’s own identities are tried says nothing about what was unverified before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 6 }), fc.boolean(), (before, own, verified) => {
      const theirs = Array.from({ length: before }, (_, n) => identity(n, verified && n === 0));
      const his = Array.from({ length: own }, (_, n) => identity(100 + n));
      const tried = (all: typeof his) => candidates(all).filter(({ user }) => user >= 'usr_00000000000000000000000100');
      expect(tried([...theirs, ...his])).toEqual(tried(his));
    }),
  );
});

test('an address gets five mails an hour from those who typed it, and five more the next', () => {
  const sent = (now: string, from?: MailCount): MailCount | undefined => {
    let counted = from;
    for (let n = 0; n < 5; n++) counted = anotherMail(counted, now);
    return counted;
  };
  const full = sent('2031-01-01T09:10:00.000Z');
  expect(anotherMail(full, '2031-01-01T09:59:59.999Z')).toBeUndefined();
  expect(anotherMail(full, '2031-01-01T10:00:00.000Z')).toEqual({ hour: '2031-01-01T10', count: 1 });
});

test('one more session displaces those that are over, and the oldest of too many', () => {
  const now = '2031-02-01T00:00:00.000Z';
  const session = (n: number, expiresAt = '2031-03-01T00:00:00.000Z') => ({
    id: `ses_${n}` as const,
    openedAt: `2031-01-01T00:00:00.${String(n).padStart(3, '0')}Z`,
    expiresAt,
    address: '',
    userAgent: '',
  });
  const live = Array.from({ length: SESSIONS_MAXIMUM }, (_, n) => session(n));
  expect(displacedBy(live.slice(1), now)).toEqual([]);
  expect(displacedBy([...live.toReversed(), session(500, now)], now).map(({ id }) => id)).toEqual(['ses_500', 'ses_0']);
});
