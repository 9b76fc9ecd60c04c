import * as z from 'zod';
import { defineRoutes } from '../../../../functions/platform/http/route.ts';
import { anId, line, listOf, localDate, paging } from '../../../../functions/platform/wire.ts';

/** A small context of its own, with one route for every kind of thing that the chain does. Notes are kept under the ids of contacts. */
const NOTES = '/firms/{firmId}/notes';
const note = z.strictObject({ id: anId('contact'), text: line, on: localDate.optional() });
const about = (en: string) => ({ en, ar: en });

export const notesRoutes = defineRoutes({
  writeNote: {
    method: 'POST',
    path: NOTES,
    summary: about('Write a note'),
    permission: 'contact.write',
    body: z.strictObject({
      text: line,
      on: localDate.optional(),
      labels: z
        .array(z.strictObject({ name: line, weight: z.number().int() }))
        .max(3)
        .optional(),
      colour: z.enum(['red', 'green']).optional(),
      side: z.union([z.strictObject({ debit: line }), z.strictObject({ credit: line, rate: z.number() })]).optional(),
    }),
    answers: { 201: note },
    refuses: ['account.exists'],
  },
  readNote: {
    method: 'GET',
    path: `${NOTES}/{noteId}`,
    summary: about('A note'),
    permission: 'contact.read',
    params: z.strictObject({ noteId: anId('contact') }),
    answers: { 200: note },
    refuses: [],
  },
  listNotes: {
    method: 'GET',
    path: NOTES,
    summary: about('The notes'),
    permission: 'contact.read',
    query: z.strictObject({ ...paging, order: z.enum(['asc', 'desc']).default('asc') }),
    answers: { 200: listOf(note) },
    refuses: [],
  },
  listOthers: {
    method: 'GET',
    path: '/firms/{firmId}/others',
    summary: about('Another list'),
    permission: 'contact.read',
    query: z.strictObject(paging),
    answers: { 200: listOf(note) },
    refuses: [],
  },
  changeNote: {
    method: 'PATCH',
    path: `${NOTES}/{noteId}`,
    summary: about('Change a note'),
    permission: 'contact.write',
    params: z.strictObject({ noteId: anId('contact') }),
    versioned: true,
    body: z.strictObject({ text: line }),
    answers: { 200: note },
    refuses: [],
  },
  removeNote: {
    method: 'DELETE',
    path: `${NOTES}/{noteId}`,
    summary: about('Remove a note'),
    permission: 'firm.manage',
    params: z.strictObject({ noteId: anId('contact') }),
    answers: { 204: null },
    refuses: [],
  },
  importNotes: {
    method: 'POST',
    path: `${NOTES}/import`,
    summary: about('Notes from a file'),
    permission: 'contact.write',
    accepts: { types: ['text/csv', 'application/x-ofx'], limitBytes: 2000 },
    answers: { 200: z.strictObject({ length: z.number(), text: z.string() }) },
    refuses: [],
  },
  printNotes: {
    method: 'GET',
    path: `${NOTES}/print`,
    summary: about('The notes as a file'),
    permission: 'contact.read',
    query: z.strictObject({ format: z.enum(['csv', 'xlsx']) }),
    answers: { 200: z.unknown() },
    file: ['text/csv', 'application/octet-stream'],
    refuses: [],
  },
  /** Goes wrong in the way that its query says. */
  failNotes: {
    method: 'POST',
    path: `${NOTES}/fail`,
    summary: about('Fail'),
    permission: 'contact.write',
    query: z.strictObject({ how: z.enum(['throws', 'busy', 'moves', 'settles', 'drifts', 'hangs', 'unlisted']) }),
    answers: { 200: z.strictObject({ runs: z.number() }) },
    refuses: [],
  },
  whoAmI: {
    method: 'GET',
    path: '/who-am-i',
    summary: about('Who am I?'),
    permission: 'signed-in',
    answers: { 200: z.strictObject({ name: z.string(), language: z.string() }) },
    refuses: [],
  },
  knock: {
    method: 'POST',
    path: '/knock',
    summary: about('Knock'),
    permission: 'public',
    perMinute: 3,
    answers: { 202: null },
    refuses: [],
  },
});
