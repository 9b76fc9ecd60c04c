import { hash } from 'node:crypto';
import { foldEmail } from '../../../domain/kernel/email.ts';
import type { CaseFile } from '../../../domain/work/mail/case-file.ts';
import { CONFIRMATIONS_AN_HOUR, MAILS_AN_HOUR } from '../../../domain/work/mail/received-mail.ts';
import type { Reader } from '../../platform/reading.ts';
import type { FirmItem } from '../../platform/table/firm-table.ts';
import { heldIn, plain } from '../../platform/table/own-item.ts';
import type { Item, Write } from '../../platform/table/port.ts';
import { mailKeys } from './keys.ts';

export const FILE_UNCLAIMED = 'case.file-unclaimed';

/** Where the bytes of an upload lie once they are confirmed: beside the place that its address still reaches. */
export const copyOf = (blob: string, sha256: string): string => `${blob}.${sha256}`;

/** How files of cases lie in the table, and back. */
export const fileItem = (caseId: string, { id, ...rest }: CaseFile, version: number): FirmItem => ({
  ...mailKeys.file({ case: caseId, attachment: id }),
  v: version,
  id,
  ...plain(rest),
});
export const fileOfItem = (item: Item): CaseFile => heldIn<CaseFile>(item);

/** Does the firm take in mail? It does until an owner says otherwise. */
export async function mailSettings(from: Reader): Promise<{ readonly accepts: boolean; readonly version: number }> {
  const item = await from.get(mailKeys.settings());
  return item ? { accepts: item.accepts === true, version: Number(item.v) } : { accepts: true, version: 1 };
}

/** What an address has sent in its hour: counted in the commit that a mail makes. */
export interface SenderHour {
  readonly mails: number;
  readonly confirmations: number;
  readonly version: number | undefined;
}
const HOUR_LENGTH = '2026-01-31T23'.length;
const senderKey = (email: string) => mailKeys.sender({ digest: hash('sha256', foldEmail(email), 'hex') });

export async function readSender(from: Reader, email: string, now: string): Promise<SenderHour> {
  const item = await from.get(senderKey(email));
  const isThisHour = item?.hour === now.slice(0, HOUR_LENGTH);
  return {
    mails: isThisHour ? Number(item.mails) : 0,
    confirmations: isThisHour ? Number(item.confirmations) : 0,
    version: item && Number(item.v),
  };
}
export const isTooMany = ({ mails }: SenderHour): boolean => mails >= MAILS_AN_HOUR;
export const mayConfirm = ({ confirmations }: SenderHour): boolean => confirmations < CONFIRMATIONS_AN_HOUR;

export const senderWrite = (email: string, { mails, confirmations, version = 0 }: SenderHour, confirms: boolean, now: string): Write => ({
  kind: 'put',
  item: {
    ...senderKey(email),
    v: version + 1,
    hour: now.slice(0, HOUR_LENGTH),
    mails: mails + 1,
    confirmations: confirmations + (confirms ? 1 : 0),
  },
});
