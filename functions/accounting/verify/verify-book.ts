import { hash } from 'node:crypto';
import { type Verdict, type Verification, verifications, verifyBook as verify } from '../../../domain/accounting/verify.ts';
import { refuse } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { settleLease } from '../batch-lease.ts';
import { bookSource } from './book-source.ts';
import type { verifyRoutes } from './routes.ts';

/** Replays of a book that others are posting to: what is found while it moves may be the move. */
const MAX_REPLAYS = 6;

/** Replays the firm's book as it stands. Reads all of it: a large one is exported and verified offline. */
export const verifyBook: Verb<typeof verifyRoutes.verifyBook> = async (call) => {
  for (let replay = 1; replay <= MAX_REPLAYS; replay++) {
    const before = await settleLease(call.table, call.ports);
    const verdict = await verify(await bookSource(call.table), (text) => hash('sha256', text, 'hex'));
    // Nothing is called wrong that a post between two readings explains.
    if (verdict.verified || (await settleLease(call.table, call.ports)).version === before.version) return answer(verdict, call.now);
  }
  return refuse('request.conflict');
};

function answer({ findings, ...verdict }: Verdict, verifiedAt: string) {
  const checks = (Object.keys(verifications) as Verification[]).map((verification) => {
    const found = findings.filter((finding) => finding.verification === verification).map(({ verification: _of, ...finding }) => finding);
    return { verification, title: verifications[verification], holds: found.length === 0, findings: found };
  });
  return { status: 200 as const, body: { ...verdict, checks, verifiedAt } };
}
