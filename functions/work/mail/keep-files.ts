import { hash } from 'node:crypto';
import type { Id, Mint } from '../../../domain/kernel/ids.ts';
import type { Party } from '../../../domain/work/cases/case.ts';
import type { CaseFile } from '../../../domain/work/mail/case-file.ts';
import type { ReceivedMail } from '../../../domain/work/mail/received-mail.ts';
import type { Ports } from '../../platform/ports.ts';

interface Arrived {
  readonly mail: ReceivedMail;
  readonly raw: Uint8Array;
  readonly digest: string;
  readonly firm: { readonly id: string };
  readonly ports: Ports;
  readonly mint: Mint;
  readonly now: string;
}
interface Whose {
  readonly internal: boolean;
  readonly by: Party;
  readonly comment?: Id<'comment'> | undefined;
}

/** By the digest of the mail: the same mail, taken twice at once or again after a crash, writes the same bytes to the same places. */
const mailBlob = (firm: string, digest: string): string => `${firm}/mail/${digest}`;
const partBlob = (firm: string, digest: string, part: number): string => `${mailBlob(firm, digest)}.${part}`;

/** Puts the mail and its files where they stay, before the commit that makes them part of a case. The mail itself is evidence, for colleagues alone. */
export async function keepFiles(
  { mail, raw, digest, firm, ports, mint, now }: Arrived,
  { internal, by, comment }: Whose,
): Promise<readonly CaseFile[]> {
  const common = { by, at: now, state: 'kept' as const, ...(comment !== undefined && { comment }) };
  await ports.blobs.put(mailBlob(firm.id, digest), raw, 'message/rfc822');
  const evidence: CaseFile = {
    ...common,
    id: mint('attachment'),
    name: 'message.eml',
    type: 'message/rfc822',
    bytes: raw.byteLength,
    sha256: digest,
    internal: true,
    isMail: true,
    blob: mailBlob(firm.id, digest),
  };
  const files: CaseFile[] = [evidence];
  for (const [part, { name, type, content }] of mail.files.entries()) {
    const blob = partBlob(firm.id, digest, part);
    await ports.blobs.put(blob, content, type);
    files.push({ ...common, id: mint('attachment'), name, type, bytes: content.byteLength, sha256: hash('sha256', content, 'hex'), internal, blob });
  }
  return files;
}

/** Takes back what was put for a mail that turned out to be another’s twin: the same id, other words. */
export async function dropFiles({ mail, digest, firm, ports }: Pick<Arrived, 'mail' | 'digest' | 'firm' | 'ports'>): Promise<void> {
  const parts = mail.files.map((_, part) => partBlob(firm.id, digest, part));
  for (const blob of [mailBlob(firm.id, digest), ...parts]) await ports.blobs.delete(blob);
}
