import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRefusal, type Outcome } from '../../../../domain/kernel/decision.ts';
import type { Person } from '../../../../domain/kernel/person.ts';
import { type Act, type Case, MAX_CLOCK_EVENTS } from '../../../../domain/work/cases/case.ts';
import { clocksOf } from '../../../../domain/work/cases/case-clocks.ts';
import { commentOnCase } from '../../../../domain/work/cases/comment-on-case.ts';
import { firstSettings } from '../../../../domain/work/cases/desk-settings.ts';
import { openCase } from '../../../../domain/work/cases/open-case.ts';
import { queuesOf } from '../../../../domain/work/cases/queue.ts';
import { type CaseKindCode, caseKindCodes } from '../../../../domain/work/kinds/case-kinds.ts';

const mona: Person = { id: 'usr_mona', name: 'Mona' };
const sami: Person = { id: 'usr_sami', name: 'Sami' };
const settings = firstSettings('GB', 'Europe/London');
const OPENED = '2026-01-14T09:00:00.000Z';
const promising: readonly CaseKindCode[] = ['incident', 'complaint'];

function acted(outcome: Outcome<Act>): Case {
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  return outcome.case;
}
const opened = (kind: CaseKindCode): Case =>
  acted(
    openCase(
      { kind, title: 'Down', fields: {} },
      { id: 'cas_1', number: 1, by: mona, at: OPENED, settings: 1, queues: queuesOf([]), contact: undefined },
    ),
  );
const later = (minutes: number): string => new Date(Date.parse(OPENED) + minutes * 60_000).toISOString();
const said = fc.array(fc.record({ byDesk: fc.boolean(), internal: fc.boolean(), minutes: fc.integer({ min: 1, max: 600 }) }), { maxLength: 20 });

test('the next update counts from the last public word of the desk, where the kind promises one, and from nothing else', () => {
  fc.assert(
    fc.property(fc.constantFrom(...caseKindCodes), said, (kind, comments) => {
      let one = opened(kind);
      let minutes = 0;
      let answeredAt: string | undefined;
      for (const { byDesk, internal, minutes: passed } of comments) {
        minutes += passed;
        const at = later(minutes);
        one = acted(commentOnCase(one, { id: `com_${minutes}`, at, by: byDesk ? sami : mona, text: 'word', internal, mentions: [] }));
        if (byDesk && !internal) answeredAt = at;
      }
      const clock = clocksOf(one, settings, later(minutes)).find(({ name }) => name === 'nextUpdate');
      expect(clock?.startedAt).toBe(promising.includes(kind) ? answeredAt : undefined);
    }),
  );
});

test('a case whose clocks have heard all that they can hold takes no further answer, and still a note among colleagues', () => {
  const full: Case = { ...opened('incident'), clockLog: Array.from({ length: MAX_CLOCK_EVENTS }, () => ({ type: 'answered', at: OPENED })) };
  const comment = { id: 'com_1', at: later(1), by: sami, text: 'word', mentions: [] } as const;
  expect(commentOnCase(full, { ...comment, internal: false })).toMatchObject({ refused: 'case.full' });
  expect(acted(commentOnCase(full, { ...comment, internal: true })).comments.internal).toBe(1);
  expect(acted(commentOnCase(full, { ...comment, by: mona, internal: false })).comments.public).toBe(1);
});
