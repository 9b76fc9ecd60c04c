import { hash } from 'node:crypto';
import { type Verification, verifications, verifyBook as verify } from '../../../domain/accounting/verify.ts';
import type { Verb } from '../../platform/call.ts';
import { settleLease } from '../batch-lease.ts';
import { bookSource } from './book-source.ts';
import type { verifyRoutes } from './routes.ts';

/** Replays the firm's book as it stands. Reads all of it: a large one is exported and verified offline. */
export const verifyBook: Verb<typeof verifyRoutes.verifyBook> = async (call) => {
  await settleLease(call.table, call.ports);
  const { findings, ...verdict } = await verify(await bookSource(call.table), (text) => hash('sha256', text, 'hex'));
  const checks = (Object.keys(verifications) as Verification[]).map((verification) => {
    const found = findings.filter((finding) => finding.verification === verification).map(({ verification: _of, ...finding }) => finding);
    return { verification, title: verifications[verification], holds: found.length === 0, findings: found };
  });
  return { status: 200, body: { ...verdict, checks, verifiedAt: call.now } };
};
