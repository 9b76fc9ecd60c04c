import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What clients send, and for how long. Each sends its next request when the one before is answered. */
export interface Load {
  readonly url: string;
  readonly firm: string;
  readonly token: string;
  readonly accounts: readonly string[];
  /** Single entries, or batches of so many. */
  readonly kind: 'post' | 'batch';
  readonly entriesPerBatch: number;
  readonly clients: number;
  readonly forMs: number;
  /** Entries that earlier loads have sent: every entry and every key is new. */
  readonly from: number;
}

export interface LoadResult {
  readonly requests: number;
  readonly elapsedMs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** CPU time of the clients' own process. */
  readonly cpuMs: number;
}

/** Clients in a process of their own, as callers are. It lives over several loads, so that it is warm when it counts. */
export function loadProcess(): { run(load: Load): Promise<LoadResult>; stop(): void } {
  const child = fork(fileURLToPath(new URL('load-process.ts', import.meta.url)));
  return {
    run: (load) =>
      new Promise((resolve, reject) => {
        child.once('message', (result: LoadResult | { readonly failed: string }) =>
          'failed' in result ? reject(new Error(result.failed)) : resolve(result),
        );
        child.send(load);
      }),
    stop: () => child.disconnect(),
  };
}
