import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Respond = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** One HTTP server, its port, and a stop that lets what has begun finish. */
export interface RunningServer {
  readonly port: number;
  /** Takes nothing new, waits for the answers under way, at most so long. */
  stop(graceMs: number): Promise<void>;
}

export async function listen(
  respond: Respond,
  at: { readonly port: number; readonly address: string },
  onFault: (cause: unknown) => void,
): Promise<RunningServer> {
  let isStopping = false;
  const server: Server = createServer((request, response) => {
    if (isStopping) response.setHeader('connection', 'close');
    respond(request, response).catch((cause: unknown) => {
      onFault(cause);
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { 'content-type': 'text/plain' }).end('server fault\n');
    });
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, at.address, resolve);
  });

  return {
    port: portOf(server.address()),
    async stop(graceMs) {
      isStopping = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(late);
    },
  };
}

/** Longer than a browser's pause between two clicks. */
const KEEP_ALIVE_MS = 65_000;

function portOf(address: string | AddressInfo | null): number {
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port');
  return address.port;
}
