import { type IdKind, idPrefixes, type Mint, ulid } from '../../domain/kernel/ids.ts';
import type { Ports } from './ports.ts';

/** Ids of an instant: what a request or a job is given to mint with. */
export function mintAt(now: string, ports: Pick<Ports, 'randomBytes'>): Mint {
  const atMs = Date.parse(now);
  return <K extends IdKind>(kind: K) => `${idPrefixes[kind]}_${ulid(atMs, ports.randomBytes(16))}` as const;
}
