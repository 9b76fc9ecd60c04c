import { addDays } from '../../domain/kernel/dates.ts';
import { startHost } from '../../infra/local/host.ts';
import { signUp } from '../host.ts';
import type { Figure, Section } from './figure.ts';
import { withFolder } from './host-process.ts';

const ITEMS = 1000;
const MOST_SECONDS = 2;
const AT_ONCE = 50;

export const due: Section = {
  name: 'due',
  about: `${ITEMS.toLocaleString('en-US')} reminders of one firm that fall due at once, from due to done, durable on disk`,
  measure: () => withFolder(measure),
};

/** Deadlines of one firm whose reminders all come at the same hour; the clock moves there, and the sweep does the rest: reminder, event and mail each. */
async function measure(dataDir: string): Promise<readonly Figure[]> {
  const host = await startHost({ dataDir, checkAnswers: false });
  try {
    const owner = await signUp(host.url);
    const today = host.clock.now().slice(0, 10);
    const dueOn = addDays(today, 20);
    for (let made = 0; made < ITEMS; made += AT_ONCE) {
      const answers = await Promise.all(
        Array.from({ length: AT_ONCE }, (_, i) => owner.post('/deadlines', { title: `No. ${made + i}`, firstOn: dueOn, reminders: [7] })),
      );
      if (answers.some(({ status }) => status !== 201)) throw new Error('a deadline was not set');
    }
    await host.sweep();
    host.clock.moveTo(`${addDays(dueOn, -7)}T12:00:00.000Z`);
    const began = performance.now();
    await host.sweep();
    const seconds = (performance.now() - began) / 1000;
    const { body } = await owner.get('/events?limit=200&order=desc');
    const told = body.data.filter(({ type }: { type: string }) => type === 'deadline.reminded').length;
    if (told < 200) throw new Error(`of the last 200 events ${told} are reminders`);
    return [
      {
        name: '1,000 due items, from due to done',
        value: seconds,
        unit: 's',
        target: { of: 'value', most: MOST_SECONDS },
        note: 'each a reminder told once: the occurrence, an event of the chain, and a mail that was sent',
      },
    ];
  } finally {
    await host.stop();
  }
}
