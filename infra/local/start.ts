import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { demoOnce } from './demo/demo-once.ts';
import { startHost } from './host.ts';
import { isLogLevel, jsonLinesLog } from './log.ts';
import { DataInUse } from './table/host-lock.ts';

const USAGE = `npm start -- [--port 8787] [--at 2031-01-31T02:00:00Z] [--empty]

  --port    the port of the pages and the API (or PORT)
  --at      the instant at which the clock starts, for trying what happens later
  --empty   without the demo firms
  DIWAN_DATA is where everything is kept (./.diwan); DIWAN_LOG is debug, info, warn (usual) or error.
`;

const { values } = parseArgs({
  options: { port: { type: 'string' }, at: { type: 'string' }, empty: { type: 'boolean' }, help: { type: 'boolean' } },
});
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
const port = Number(values.port ?? process.env.PORT ?? 8787);
const at = values.at === undefined ? undefined : Date.parse(values.at);
if (!Number.isInteger(port) || port < 0 || port > 65_535 || Number.isNaN(at)) {
  console.error(USAGE);
  process.exit(2);
}

try {
  const level = process.env.DIWAN_LOG;
  const dataDir = process.env.DIWAN_DATA ?? '.diwan';
  const isNew = !existsSync(join(dataDir, 'table.sqlite'));
  const host = await startHost({
    dataDir,
    port,
    log: jsonLinesLog(isLogLevel(level) ? level : 'warn'),
    ...(process.env.DIWAN_ADDRESS !== undefined && { address: process.env.DIWAN_ADDRESS }),
    ...(at !== undefined && { at: new Date(at).toISOString() }),
  });
  console.log(`Diwan is at ${host.url}  ·  API reference: ${host.url}/docs  ·  mails: ${host.url}/local/mail`);

  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      // A second signal is somebody who will not wait.
      if (isStopping) process.exit(1);
      isStopping = true;
      void host.stop().then(() => process.exit(0));
    });
  }

  const signIns = await demoOnce(dataDir, isNew, values.empty !== true, { url: host.url, today: host.clock.now().slice(0, 10) }).catch(
    (cause: unknown) => {
      // Told to stop while the demo was being made: the next start makes the rest.
      if (isStopping) return [];
      throw cause;
    },
  );
  if (signIns.length > 0) console.log(`\nDemo firms to look around in (the password of all is ${signIns[0]?.password}):`);
  for (const { firm, email } of signIns) console.log(`  ${email.padEnd(24)} ${firm}`);
} catch (error) {
  if (error instanceof DataInUse) console.error(error.message);
  else if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    console.error(`Port ${port} is taken: npm start -- --port ${port + 1}`);
  else throw error;
  process.exitCode = 1;
}
