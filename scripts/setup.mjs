// Runs before start, test and bench on whatever Node the machine has (20 or newer), with no dependency.
// Installs what is missing, once per lockfile, and builds the pages when their sources have changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const installedStamp = join(root, 'node_modules', '.lock-sha256');
const builtStamp = join(root, 'dist', 'web', '.source-sha256');
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
const lock = sha256(read(join(root, 'package-lock.json')));

function npm(...args) {
  const cli = process.env.npm_execpath;
  const [command, ...rest] = cli ? [process.execPath, cli, ...args] : ['npm', ...args];
  const done = spawnSync(command, rest, { cwd: root, stdio: 'inherit', shell: !cli && process.platform === 'win32' });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

function stamp(file, value) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, value);
}

/** The digest of everything that the pages are built from: a build is repeated only when it would differ. */
function webSources() {
  const files = [];
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else files.push(`${path.slice(root.length)}:${sha256(readFileSync(path))}`);
    }
  };
  for (const folder of ['web', 'domain']) if (existsSync(join(root, folder)) && statSync(join(root, folder)).isDirectory()) walk(join(root, folder));
  return sha256(lock, ...files.sort());
}

if (process.argv.includes('--stamp')) {
  if (existsSync(join(root, 'node_modules'))) stamp(installedStamp, lock);
} else {
  if (read(installedStamp) !== lock) {
    console.log('Installing what is missing (once)...');
    npm('ci', '--loglevel=error');
    stamp(installedStamp, lock);
  }
  if (process.argv.includes('--build') && existsSync(join(root, 'web', 'vite.config.ts'))) {
    const sources = webSources();
    if (read(builtStamp) !== sources) {
      console.log('Building the pages (when they have changed)...');
      npm('run', '--silent', 'build:web');
      stamp(builtStamp, sources);
    }
  }
}
