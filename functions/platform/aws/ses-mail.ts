import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { MailSender } from '../ports.ts';

const CHARSET = 'UTF-8';

/** The mail port on SES. Our own id goes along as a header: SES gives every mail an id of its own, also to one that is sent again. */
export function sesMail(from: string, client: SESv2Client = new SESv2Client({})): MailSender {
  return {
    async send({ to, subject, text, html, language, messageId }) {
      const body = { Text: { Data: text, Charset: CHARSET }, ...(html !== undefined && { Html: { Data: html, Charset: CHARSET } }) };
      const headers = { 'Content-Language': language, 'Auto-Submitted': 'auto-generated', 'X-Entity-Ref-ID': messageId };
      await client.send(
        new SendEmailCommand({
          FromEmailAddress: from,
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
    },
  };
}
