import type { IncomingMessage, ServerResponse } from 'node:http';
import { isRefusal } from '../../../domain/kernel/decision.ts';
import { say } from '../../../domain/kernel/language.ts';
import { refusalRow } from '../../../domain/refusals.ts';
import { MAX_MAIL_BYTES } from '../../../domain/work/mail/received-mail.ts';
import { acceptedLanguage } from '../../../functions/platform/http/accept-language.ts';
import type { Ports } from '../../../functions/platform/ports.ts';
import { readWhole } from '../http/read-whole.ts';

/** As a browser form sends without asking first: from here a mail comes only as what it is. */
const MAIL_TYPES = /^(?:message\/rfc822|application\/octet-stream)\b/i;

/**
 * What a mail server on AWS does: takes a mail as it is, and hands it to the desk. `?to=` says to whom it was handed over, where its own headers do not;
 * `?from=` is its envelope’s sender (empty: the null return path). Only the local host has it.
 */
export async function dropMail(request: IncomingMessage, response: ServerResponse, ports: Ports): Promise<void> {
  const answer = (status: number, body: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  // A page of another site cannot send such a type without being asked first, and nobody answers that question.
  if (!MAIL_TYPES.test(request.headers['content-type'] ?? '')) return answer(415, { error: 'send message/rfc822' });
  const language = acceptedLanguage(request.headers['accept-language']) ?? 'en';
  // One byte more than is taken: it is for the desk to refuse it.
  const raw = await readWhole(request, MAX_MAIL_BYTES + 1);
  const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const to = searchParams.getAll('to');
  const from = searchParams.get('from');
  const { receiveMail } = await import('../../../functions/work/mail/receive-mail.ts');
  const delivery = { ...(to.length > 0 && { recipients: to }), ...(from !== null && { sender: from }) };
  const content = raw === 'too-large' ? new Uint8Array(MAX_MAIL_BYTES + 1) : (raw ?? new Uint8Array());
  if (raw === 'too-large') {
    request.resume();
    response.setHeader('connection', 'close');
  }
  const received = await receiveMail(content, delivery, ports);
  if (!isRefusal(received)) return answer(201, { received });
  const { status, say: title, fix } = refusalRow(received.refused);
  return answer(status, {
    code: received.refused,
    title: say(title, language, received.values),
    detail: say(fix, language, received.values),
    status,
  });
}
