import { describe, expect, test } from 'vitest';
import { sayRefusal, valuesInWords } from '../../domain/refusal-words.ts';

const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '');

describe('what a refusal says of states, roles and kinds', () => {
  test.each([
    ['asset.transition', { tag: 'AST-0004', from: 'in-stock', to: 'lost', allowed: 'assigned, in-repair' }, 'في المخزن'],
    ['asset.transition', { tag: 'AST-0004', from: 'assigned', to: 'retired', allowed: 'in-stock (return), lost' }, 'في المخزن (بمحضر استلام)، مفقود'],
    ['case.role', { to: 'closed', roles: 'owner, accountant' }, 'مالك، محاسب'],
    ['decision.settled', { state: 'changes-requested' }, 'مطلوب تعديله'],
    ['queue.routed', { kinds: 'incident, service-request' }, 'عطل تقني، طلب خدمة'],
    ['service.nothing_new', { state: 'major-outage' }, 'توقف كامل'],
    ['import.state', { state: 'done' }, 'مكتمل'],
  ] as const)('%s says it by name in Arabic, without a code', (code, values, words) => {
    const said = plain(sayRefusal(code, values, 'ar'));
    expect(said).toContain(words);
    expect(said.replace(/AST-0004/g, '')).not.toMatch(/[a-z]/i);
  });

  test('an English sentence goes on in small letters, but for an abbreviation', () => {
    expect(sayRefusal('asset.reason_required', { to: 'in-repair' }, 'en')).toBe('Becoming in repair takes a reason.');
    expect(valuesInWords('queue.routed', { kinds: 'incident' }, 'en')).toEqual({ kinds: 'IT incident' });
  });

  test('dates, names and codes of people themselves stand as they are', () => {
    expect(valuesInWords('deadline.backwards', { from: '2026-11-01', to: '2026-10-01' }, 'ar')).toEqual({ from: '2026-11-01', to: '2026-10-01' });
    expect(valuesInWords('asset.custodian_differs', { tag: 'lost', name: 'retired' }, 'ar')).toEqual({ tag: 'lost', name: 'retired' });
    expect(valuesInWords('period.closed', undefined, 'ar')).toBeUndefined();
  });
});
