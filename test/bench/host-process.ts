import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly scripts: { readonly start: string } };
/** What `npm start` tells Node. */
const [, ...STARTED_WITH] = scripts.start.split(' ');

/** The product as `npm start` runs it, in a process and a data folder of its own. */
export interface HostProcess {
  readonly url: string;
  /** From the start of the process until it answered. */
  readonly startMs: number;
  /** Memory that it holds now, and the most that it ever held. */
  memory(): { readonly nowMb: number; readonly peakMb: number };
  stop(): Promise<void>;
}

export interface HostProcessOptions {
  readonly dataDir: string;
  readonly withDemo?: boolean;
  /** What Node is told besides, as `--cpu-prof`. */
  readonly nodeFlags?: readonly string[];
}

/** A folder that is gone when the work with it is done. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'diwan-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function withHost<T>(options: HostProcessOptions, work: (host: HostProcess) => Promise<T>): Promise<T> {
  const host = await startHostProcess(options);
  try {
    return await work(host);
  } finally {
    await host.stop();
  }
}

/** Starts the product and waits until it answers. */
export async function startHostProcess({ dataDir, withDemo = false, nodeFlags = [] }: HostProcessOptions): Promise<HostProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const child = spawn(process.execPath, [...nodeFlags, ...STARTED_WITH, '--port', String(port), ...(withDemo ? [] : ['--empty'])], {
    cwd: ROOT,
    env: { ...process.env, DIWAN_DATA: dataDir },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const gone = new Promise<never>((_, reject) => {
    child.once('exit', (code) => reject(new Error(`the host ended with ${code}`)));
  });
  // Awaited below for as long as a start takes; a host that is stopped later is not missed.
  gone.catch(() => undefined);
  await Promise.race([untilAnswered(`${url}/healthz`), gone]);
  const startMs = performance.now() - began;
  return { url, startMs, memory: () => memoryOf(child), stop: () => stop(child) };
}

const POLL_MS = 5;
const LONGEST_START_MS = 60_000;

async function untilAnswered(url: string): Promise<void> {
  const until = performance.now() + LONGEST_START_MS;
  while (performance.now() < until) {
    const isUp = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error(`nothing answers at ${url}`);
}

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))));
    });
  });
}

/** Linux says both; where it does not, neither is known. */
function memoryOf(child: ChildProcess): { readonly nowMb: number; readonly peakMb: number } {
  try {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    const megabytes = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
    return { nowMb: megabytes('VmRSS'), peakMb: megabytes('VmHWM') };
  } catch {
    return { nowMb: Number.NaN, peakMb: Number.NaN };
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
