import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { MailSender } from '../ports.ts';

const CHARSET = 'UTF-8';

/** The mail port on SES. Our own id goes along as a header: SES gives every mail an id of its own, also to one that is sent again. */
export function sesMail(from: string, client: SESv2Client = new SESv2Client({})): MailSender {
  return {
    async send({ to, subject, text, html, language, messageId, fromName, replyTo, references = [] }) {
      const body = { Text: { Data: text, Charset: CHARSET }, ...(html !== undefined && { Html: { Data: html, Charset: CHARSET } }) };
      const headers = {
        'Content-Language': language,
        'Auto-Submitted': 'auto-generated',
        'X-Entity-Ref-ID': messageId,
        'X-Diwan': messageId,
        ...(references.length > 0 && { 'In-Reply-To': bracketed(references.slice(-1)), References: bracketed(references) }),
      };
      const { MessageId } = await client.send(
        new SendEmailCommand({
          FromEmailAddress: fromName === undefined ? from : `${encodedName(fromName)} <${from}>`,
          // What cannot be delivered comes back to where an answer would: it is noted on its case.
          ...(replyTo !== undefined && { ReplyToAddresses: [replyTo], FeedbackForwardingEmailAddress: replyTo }),
          Destination: { ToAddresses: [to] },
          Content: {
            Simple: {
              Subject: { Data: subject, Charset: CHARSET },
              Body: body,
              Headers: Object.entries(headers).map(([Name, Value]) => ({ Name, Value })),
            },
          },
        }),
      );
      return MessageId === undefined ? undefined : { id: `${MessageId}@${await idDomain(client)}` };
    },
  };
}

const bracketed = (ids: readonly string[]): string => ids.map((id) => `<${id}>`).join(' ');
/** RFC 2047, so that a name in any script is one word of the header and can begin no other. */
const encodedName = (name: string): string => `=?UTF-8?B?${Buffer.from(cut(name)).toString('base64')}?=`;
/** An encoded word has at most 75 characters. */
const cut = (name: string): string => {
  let short = name;
  while (Buffer.byteLength(short) > 45) short = [...short].slice(0, -1).join('');
  return short;
};
/** What SES puts behind the @ of the ids that it makes: by region, but for its first. */
async function idDomain({ config }: SESv2Client): Promise<string> {
  const region = await config.region();
  return region === 'us-east-1' ? 'email.amazonses.com' : `${region}.amazonses.com`;
}
