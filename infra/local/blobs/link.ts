import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';

/** What one signed link allows, and until when. */
export const Link = z.discriminatedUnion('does', [
  z.strictObject({
    does: z.literal('upload'),
    key: z.string(),
    type: z.string(),
    maximumBytes: z.number(),
    until: z.string(),
    sha256: z.string().exactOptional(),
  }),
  z.strictObject({ does: z.literal('download'), key: z.string(), name: z.string(), until: z.string() }),
]);
export type Link = z.infer<typeof Link>;

/** The link as a token: what it allows in the open, and a seal that only this host can make. */
export function signLink(key: Uint8Array, link: Link): string {
  const payload = Buffer.from(JSON.stringify(link)).toString('base64url');
  return `${payload}.${seal(key, payload).toString('base64url')}`;
}

/** The link, or undefined when it was tampered with or its time is over. */
export function openLink<D extends Link['does']>(key: Uint8Array, token: string, does: D, now: string): Extract<Link, { does: D }> | undefined {
  const [payload = '', given = ''] = token.split('.');
  const expected = seal(key, payload);
  const mark = Buffer.from(given, 'base64url');
  if (mark.length !== expected.length || !timingSafeEqual(mark, expected)) return undefined;
  const link = Link.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  return isOf(link, does) && link.until > now ? link : undefined;
}

const isOf = <D extends Link['does']>(link: Link, does: D): link is Extract<Link, { does: D }> => link.does === does;
const seal = (key: Uint8Array, payload: string): Buffer => createHmac('sha256', key).update(`link\n${payload}`).digest();
