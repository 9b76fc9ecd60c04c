import fc from 'fast-check';
import { isRefusal } from '../../../../domain/kernel/decision.ts';
import { readQuery, type SearchQuery } from '../../../../domain/records/search/read-query.ts';
import type { SearchDoc } from '../../../../domain/records/search/search-doc.ts';

/** Few words, so that documents share them and questions meet them. */
export const vocabulary = [
  'rent',
  'rental',
  'office',
  'offset',
  'mohammed',
  'mohamed',
  'trading',
  'نور',
  'النور',
  'مؤسسة',
  'أحمد',
  'احمد',
  '٢٠٢٦',
  '2026',
  '0012',
  '12',
  'inv',
];
export const word = fc.constantFrom(...vocabulary);
const text = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '));
const amount = fc.constantFrom('12.00', '1234.50', '2026.00', '7.5');
const on = fc.constantFrom('2026-01-15', '2026-01-20', '2025-12-31');

export const anyDoc: fc.Arbitrary<Omit<SearchDoc, 'id'>> = fc.record(
  {
    title: text,
    names: fc.array(text, { maxLength: 1 }),
    numbers: fc.array(fc.constantFrom('INV-2026-0012', 'INV-2026-0120', 'LEASE/77', '12'), { maxLength: 1 }),
    contacts: fc.array(text, { maxLength: 1 }),
    texts: fc.array(text, { maxLength: 2 }),
    on,
    amount: amount.map((value) => ({ value, currency: 'SAR' })),
  },
  { requiredKeys: ['title'] },
);

const piece = fc.oneof(
  word,
  word.map((whole) => whole.slice(0, 3)),
  fc.tuple(word, word).map(([a, b]) => `"${a} ${b}"`),
  word.map((whole) => `contact:${whole}`),
  fc.constantFrom(
    'number:0012',
    'رقم:12',
    'inv-2026-12',
    '1,234.50',
    'amount:12',
    '2026-01-15',
    'date:2026-01',
    'date:2026',
    '31/12/2025',
    'mohamedd',
    'trdaing',
    'احمذ',
  ),
);
/** Questions that can be asked. */
export const anyQuestion: fc.Arbitrary<{ readonly q: string; readonly query: SearchQuery }> = fc
  .array(piece, { minLength: 1, maxLength: 3 })
  .map((pieces) => pieces.join(' '))
  .map((q) => ({ q, query: readQuery(q) }))
  .filter((asked): asked is { q: string; query: SearchQuery } => !isRefusal(asked.query));
