import { createHash } from 'node:crypto';
import { type Client, signUp } from '../host.ts';
import type { Figure, Section } from './figure.ts';
import { type HostProcess, withFolder, withHost } from './host-process.ts';

const MEGABYTES = 200;
const CHUNK = Buffer.alloc(1024 * 1024, 'rent ');
const MOST_GROWTH_MB = 64;
const LOOK_EVERY_MS = 20;

export const uploading: Section = {
  name: 'upload',
  about: `a record of ${MEGABYTES} MB: announced, uploaded through the form, its digest checked, kept`,
  measure: () => withFolder((dataDir) => withHost({ dataDir }, measure)),
};

async function measure(host: HostProcess): Promise<readonly Figure[]> {
  const client = await signUp(host.url);
  // A small one first: what is measured is the file and not the loading of code.
  await upload(client, 1);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const before = host.memory().nowMb;
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, host.memory().nowMb);
  }, LOOK_EVERY_MS);
  const began = performance.now();
  const seconds = { upload: 0, complete: 0 };
  try {
    Object.assign(seconds, await upload(client, MEGABYTES));
  } finally {
    clearInterval(watch);
  }
  const total = (performance.now() - began) / 1000;
  return [
    {
      name: 'growth of memory at its most',
      value: most - before,
      unit: 'MB',
      target: { of: 'value', most: MOST_GROWTH_MB },
      note: `from ${before} MB; upload ${seconds.upload.toFixed(2)} s, digest and filing ${seconds.complete.toFixed(2)} s`,
    },
    { name: 'from announcement to record', value: total, unit: 's' },
  ];
}

async function upload(client: Client, megabytes: number): Promise<{ readonly upload: number; readonly complete: number }> {
  const sum = createHash('sha256');
  for (let i = 0; i < megabytes; i++) sum.update(CHUNK);
  const file = { name: 'large.csv', type: 'text/csv', bytes: megabytes * CHUNK.length, sha256: sum.digest('hex') };
  const announced = (await client.post('/records', file)).body;
  const boundary = 'a-boundary-that-is-in-no-file';
  const part = (name: string, value: string): string => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const fields = Object.entries<string>(announced.upload.fields).map(([name, value]) => part(name, value));
  async function* form() {
    yield Buffer.from(`${fields.join('')}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="f"\r\n\r\n`);
    for (let i = 0; i < megabytes; i++) yield CHUNK;
    yield Buffer.from(`\r\n--${boundary}--\r\n`);
  }
  const began = performance.now();
  const sent = await fetch(announced.upload.url, {
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: form(),
    duplex: 'half',
  });
  if (sent.status !== 204) throw new Error(`the upload: ${sent.status} ${await sent.text()}`);
  const uploaded = performance.now();
  const done = await client.post(announced.complete);
  if (done.status !== 201) throw new Error(`complete: ${done.status} ${JSON.stringify(done.body)}`);
  return { upload: (uploaded - began) / 1000, complete: (performance.now() - uploaded) / 1000 };
}
