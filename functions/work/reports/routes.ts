import * as z from 'zod';
import { reportGroupNames } from '../../../domain/work/reports/desk-report.ts';
import { CSV_TYPE, XLSX_TYPE } from '../../platform/files/file-types.ts';
import { defineRoutes } from '../../platform/http/route.ts';
import { anId, bilingual, instant, localDate, names } from '../../platform/wire.ts';
import { caseState } from '../shapes.ts';

const MAX_DAYS = 180;
const minutes = z.int().nullable();
/** A stretch reaches back from its end: there are days before the first one that can be asked for. */
const askedDate = localDate.refine((date) => date >= '1970-01-01', { error: 'date.not_real' });
const line = z
  .strictObject({
    key: z.string().nullable().meta({ description: 'what tells the line apart; null for what has none of it' }),
    name: bilingual.nullable(),
    opened: z.int(),
    resolved: z.int(),
    breached: z.int().meta({ description: 'of the resolved, with a broken promise' }),
    firstContact: z.int().meta({
      description: 'of the resolved: with one word to whoever asked at the most, without waiting and without being reopened',
    }),
    medianResponseMinutes: minutes,
    medianResolutionMinutes: minutes,
    backlog: z.array(z.int()).meta({ description: 'open now, by days: under 1, to 3, to 7, to 30, over 30' }),
  })
  .meta({ id: 'DeskReportLine' });

/** What callers can ask about how the desk does. */
export const reportsRoutes = defineRoutes({
  readDeskReport: {
    method: 'GET',
    path: '/firms/{firmId}/desk-report',
    summary: { en: 'Volume, breaches, first contact and backlog of the desk', ar: 'حجم المعاملات وتجاوز المهل والحل من أول تواصل والمتراكم' },
    permission: 'desk.report',
    query: z.strictObject({
      by: names(reportGroupNames).default('queue'),
      from: askedDate.optional(),
      to: askedDate.optional(),
      format: z.enum(['json', 'csv', 'xlsx']).default('json'),
    }),
    answers: {
      200: z
        .strictObject({ by: z.string(), from: localDate, to: localDate, asOf: instant, lines: z.array(line), total: line })
        .meta({ id: 'DeskReport' }),
    },
    file: [CSV_TYPE, XLSX_TYPE],
    refuses: ['desk_report.range', 'desk_report.too_much'],
  },
  listRepeatedIncidents: {
    method: 'GET',
    path: '/firms/{firmId}/repeated-incidents',
    summary: { en: 'Devices and services whose incidents come again and again', ar: 'أجهزة وخدمات تتكرر أعطالها' },
    permission: 'case.read',
    query: z.strictObject({ days: z.coerce.number().int().min(1).max(MAX_DAYS).default(30) }),
    answers: {
      200: z.strictObject({
        data: z.array(
          z
            .strictObject({
              of: z.enum(['asset', 'service']),
              name: z.string(),
              count: z.int(),
              incidents: z.array(z.strictObject({ id: anId('case'), number: z.int(), title: z.string(), state: caseState, openedAt: instant })),
            })
            .meta({ id: 'RepeatedIncidents' }),
        ),
      }),
    },
    refuses: ['desk_report.too_much'],
  },
});
