import { Agent, request } from 'node:http';
import { startHost } from '../../infra/local/host.ts';
import { type Client, client as clientOf, PASSWORD, signUp } from '../host.ts';
import { type Figure, median, type Section } from './figure.ts';
import { withFolder, withHost } from './host-process.ts';
import { handlerTimer } from './trial-balance.ts';

const CLIENTS = 4;
const WARM_UP_MS = 3_000;
const ROUNDS = 5;
const ROUND_MS = 3_000;
const QUEUE = 10_000;
const LOADERS = 12;
const TIMES = 40;
const LEAST_FLOWS = 200;
const MOST_MS = 20;

/** What a desk does all day, and its list when much waits. */
export const desk: Section = {
  name: 'desk',
  about: `cases opened, answered by a colleague and resolved over HTTP, on disk when answered, ${CLIENTS} clients; a queue of ${QUEUE.toLocaleString('en-US')} open cases listed`,
  measure: async () => [...(await withFolder((dataDir) => withHost({ dataDir }, ({ url }) => flows(url)))), ...(await withFolder(lists))],
};

async function flows(url: string): Promise<readonly Figure[]> {
  const owner = await signUp(url);
  const colleague = await join(owner);
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const post = poster(agent, owner);
  const reply = poster(agent, colleague);
  let next = 0;
  const flow = async (): Promise<void> => {
    const index = next++;
    const { id } = await post('/cases', { kind: 'incident', title: `Printer ${index} is dead`, fields: { service: 'Print' } }, `open-${index}`);
    await reply(`/cases/${id}/comments`, { text: 'We look into it.' }, `reply-${index}`);
    await reply(`/cases/${id}/move`, { to: 'resolved' }, `resolve-${index}`);
  };
  const round = async (forMs: number): Promise<number> => {
    const began = performance.now();
    let done = 0;
    const work = async (): Promise<void> => {
      while (performance.now() - began < forMs) {
        await flow();
        done += 1;
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, work));
    return (done * 1000) / (performance.now() - began);
  };
  await round(WARM_UP_MS);
  const rounds: number[] = [];
  for (let i = 0; i < ROUNDS; i++) rounds.push(await round(ROUND_MS));
  agent.destroy();
  return [
    {
      name: 'flows of three requests',
      value: median(rounds),
      unit: '/s',
      target: { of: 'value', least: LEAST_FLOWS },
      note: `rounds: ${rounds.map(Math.round).join(', ')}`,
    },
    { name: 'requests in them', value: median(rounds) * 3, unit: '/s' },
  ];
}

async function lists(dataDir: string): Promise<readonly Figure[]> {
  const timer = handlerTimer();
  const host = await startHost({ dataDir, log: timer.log });
  try {
    const owner = await signUp(host.url);
    const agent = new Agent({ keepAlive: true, maxSockets: LOADERS });
    const post = poster(agent, owner);
    let next = 0;
    const open = async (): Promise<void> => {
      for (let i = next++; i < QUEUE; i = next++)
        await post('/cases', { kind: 'incident', title: `Case ${i}`, fields: {}, urgency: (['high', 'medium', 'low'] as const)[i % 3] }, `case-${i}`);
    };
    const began = performance.now();
    await Promise.all(Array.from({ length: LOADERS }, open));
    const loadMs = performance.now() - began;
    agent.destroy();
    const ask = async (path: string): Promise<number> => {
      const times: number[] = [];
      for (let i = 0; i < TIMES; i++) {
        const { status, body } = await owner.get(path);
        if (status !== 200 || body.data.length === 0) throw new Error(`${path}: ${status}`);
        times.push(timer.lastMs());
      }
      return median(times);
    };
    const target = { of: 'value', most: MOST_MS } as const;
    return [
      { name: 'the queue by when somebody must act', value: await ask('/cases?queue=it-support&state=active&sort=due'), unit: 'ms', target },
      { name: 'the whole desk by when somebody must act', value: await ask('/cases?state=active&sort=due'), unit: 'ms', target },
      { name: 'what nobody has', value: await ask('/cases?queue=it-support&state=active&sort=due&assignee=nobody'), unit: 'ms', target },
      { name: 'how much waits in each queue', value: await ask('/queue-counts'), unit: 'ms', target },
      { name: 'cases opened meanwhile', value: (QUEUE * 1000) / loadMs, unit: '/s', note: 'clients and host in one process' },
    ];
  } finally {
    await host.stop();
  }
}

/** A colleague by invitation: an answer counts only from somebody other than whoever asked. */
async function join(owner: Client): Promise<Client> {
  const email = 'colleague@example.com';
  await owner.post('/invitations', { email, role: 'staff' });
  for (let tries = 0; tries < 100; tries++) {
    const { mails } = (await owner.get('/local/mail.json')).body as { readonly mails: readonly { readonly to: string; readonly text: string }[] };
    const token = /#token=([\w.~-]+)/.exec(mails.find(({ to }) => to === email)?.text ?? '')?.[1];
    if (token) {
      const joined = await owner.post('/v1/invitations/accept', { token, password: PASSWORD, name: 'Sami', locale: 'en' });
      return clientOf(owner.url, owner.firm, joined.body.session.token);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('no invitation came');
}

/** Posts over kept connections: what is measured is the product, and not the opening of sockets. */
function poster(agent: Agent, { url, firm, token }: Client) {
  return (path: string, body: object, key: string): Promise<{ readonly id: string }> =>
    new Promise((resolve, reject) => {
      const text = JSON.stringify(body);
      const headers = {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
        'idempotency-key': key,
      };
      const sent = request(`${url}/v1/firms/${firm}${path}`, { method: 'POST', agent, headers }, (answer) => {
        let read = '';
        answer.setEncoding('utf8').on('data', (part: string) => (read += part));
        answer.on('end', () => {
          if ((answer.statusCode ?? 500) < 300) resolve(JSON.parse(read));
          else reject(new Error(`${path}: ${answer.statusCode} ${read.slice(0, 500)}`));
        });
      });
      sent.on('error', reject);
      sent.end(text);
    });
}
