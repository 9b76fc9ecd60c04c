import { setTimeout as sleep } from 'node:timers/promises';
import { type Refusal, refuse } from '../../domain/kernel/decision.ts';
import { foldEmail } from '../../domain/kernel/email.ts';
import type { Ports } from '../platform/ports.ts';

/** Passwords that one place may try at one address in a minute: more than a person mistypes. */
const FROM_ONE_PLACE = 20;
/** From all places together. Beyond it each waits a little, the owner too: nobody can shut her out by failing in her name. */
const FROM_ALL_PLACES = 60;
const DELAY_MS = 100;
const LONGEST_DELAY_MS = 2_000;

/** Copies of one command in a minute that count as one guess: they all try the same password. */
const TWINS = 100;

/**
 * Slows down who tries passwords. It counts before it is known whether the address is anybody's, and so says nothing about that. `command` is the same for copies of one
 * command under one Idempotency-Key.
 */
export async function admitGuess(
  call: { readonly ports: Ports; readonly address: string },
  email: string,
  command: string | undefined,
): Promise<Refusal<'rate.limited'> | undefined> {
  const at = foldEmail(email);
  const { limiter } = call.ports;
  if (command !== undefined) {
    const { limit, remaining } = await limiter.take(`command:${command}`, TWINS);
    if (remaining >= 0 && remaining < limit - 1) return undefined;
  }
  const here = await limiter.take(`password:${at}:${call.address}`, FROM_ONE_PLACE);
  if (here.remaining < 0) return refuse('rate.limited', { seconds: here.resetSeconds });
  const everywhere = await limiter.take(`password:${at}`, FROM_ALL_PLACES);
  if (everywhere.remaining < 0) await sleep(Math.min(LONGEST_DELAY_MS, -everywhere.remaining * DELAY_MS));
  return undefined;
}
