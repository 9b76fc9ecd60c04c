import { refuse } from '../../../domain/kernel/decision.ts';
import { deskAddress } from '../../../domain/work/mail/desk-address.ts';
import type { FirmCall, Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { readQueues } from '../queue-store.ts';
import { mailKeys } from './keys.ts';
import { mailSettings } from './mail-items.ts';
import type { mailRoutes } from './routes.ts';

/** The addresses of the desk and of its open queues. */
export const readDeskMail: Verb<typeof mailRoutes.readDeskMail> = async (call) => {
  const settings = await mailSettings(call.table);
  return { status: 200, body: await wireDeskMail(call, settings), version: settings.version };
};

/** Turns taking in mail on or off. What comes while it is off is refused, and nothing of it is kept. */
export const changeDeskMail: Verb<typeof mailRoutes.changeDeskMail> = async (call) => {
  const seen = new Reading(call.table);
  const before = await mailSettings(seen);
  if (before.version !== call.ifMatch) return refuse('version.stale');
  const { accepts } = call.body;
  const after = { accepts, version: before.version + 1 };
  const body = await wireDeskMail(call, after);
  return commit(call, {
    seen,
    decide: () => ({
      writes: [{ kind: 'put', item: { ...mailKeys.settings(), v: after.version, accepts } }],
      happenings: [{ type: 'desk_mail.changed', entity: { kind: 'desk-mail', id: 'desk-mail', version: after.version }, data: { accepts } }],
      answer: { status: 200 as const, body, version: after.version },
    }),
  });
};

async function wireDeskMail({ table, firm, ports }: FirmCall, { accepts, version }: { readonly accepts: boolean; readonly version: number }) {
  const domain = ports.mailDomain;
  const addressOf = (queue?: string): string | null => (domain === undefined ? null : (deskAddress(firm.id, domain, queue) ?? null));
  const queues = (await readQueues(table)).filter(({ archived }) => !archived);
  return {
    accepts,
    address: addressOf(),
    queues: queues.map(({ code, name }) => ({ queue: code, name: { ...name }, address: addressOf(code) })),
    version,
  };
}

/** Whether the caller gets mails about cases of this firm. */
export const readMailPreference: Verb<typeof mailRoutes.readMailPreference> = async ({ table, caller }) => {
  const item = await table.get(mailKeys.preference({ user: caller.user.id }));
  return { status: 200, body: { off: item?.off === true } };
};

export const changeMailPreference: Verb<typeof mailRoutes.changeMailPreference> = async (call) => {
  const seen = new Reading(call.table);
  const key = mailKeys.preference({ user: call.caller.user.id });
  const item = await seen.get(key);
  const { off } = call.body;
  return commit(call, {
    seen,
    decide: () => ({
      writes: [{ kind: 'put', item: { ...key, v: Number(item?.v ?? 0) + 1, off } }],
      happenings: [{ type: 'mail_preference.changed', entity: { kind: 'member', id: call.caller.user.id }, data: { off } }],
      answer: { status: 200 as const, body: { off } },
    }),
  });
};
