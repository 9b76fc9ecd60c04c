import type { SESEvent, SESReceipt } from 'aws-lambda';
import { isRefusal, type Outcome } from '../../../domain/kernel/decision.ts';
import type { Blobs, Ports } from '../ports.ts';
import type { AwsPorts } from './ports.ts';

/** Under which SES puts what it takes in: said to SES by the CDK app, and read here. */
export const INCOMING = 'incoming/';

interface Delivery {
  readonly recipients: readonly string[];
  readonly sender: string;
  readonly isUnsafe: boolean;
}
export interface TakingIn {
  readonly ports: AwsPorts;
  /** Where SES put the mail. */
  readonly incoming: Pick<Blobs, 'get' | 'delete'>;
  readonly receive: (raw: Uint8Array, delivery: Delivery, ports: Ports) => Promise<Outcome<readonly object[]>>;
}

/**
 * Takes in what SES received. What was taken or refused is removed from where SES put it; what failed stays, is tried again by Lambda, and in the end is
 * told to the queue Lost, where a person finds its name. A mail without its object was done by a twin.
 */
export async function takeIn({ Records }: SESEvent, { ports, incoming, receive }: TakingIn): Promise<void> {
  try {
    for (const { ses } of Records) {
      const key = `${INCOMING}${ses.mail.messageId}`;
      const raw = await incoming.get(key);
      if (!raw) continue;
      const outcome = await receive(raw, { recipients: ses.receipt.recipients, sender: ses.mail.source, isUnsafe: isUnsafe(ses.receipt) }, ports);
      if (isRefusal(outcome)) {
        ports.log.warn('a mail was refused', { mail: ses.mail.messageId, code: outcome.refused });
        ports.log.metric('mailsRefused', 1, 'Count');
        if (outcome.refused === 'request.conflict') throw new Error('the mail met others on its case for too long');
      }
      await incoming.delete(key);
    }
  } finally {
    ports.log.flush();
  }
}

/** As SES saw it: infected, spam, or from somebody whose domain says that it is not from them and to be refused (DMARC). */
function isUnsafe({ virusVerdict, spamVerdict, dmarcVerdict, dmarcPolicy }: SESReceipt): boolean {
  const isForged = dmarcVerdict.status === 'FAIL' && (dmarcPolicy === 'reject' || dmarcPolicy === 'quarantine');
  return virusVerdict.status === 'FAIL' || spamVerdict.status === 'FAIL' || isForged;
}
