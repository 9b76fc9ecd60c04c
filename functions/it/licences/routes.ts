import * as z from 'zod';
import { defineRoutes } from '../../platform/http/route.ts';
import { anId, listOf, paging } from '../../platform/wire.ts';
import * as shapes from './shapes.ts';

const licences = '/firms/{firmId}/licences';
const one = `${licences}/{licenceId}` as const;
const params = z.object({ licenceId: anId('licence') });
const costs = ['amount.malformed', 'amount.digits', 'amount.too_large', 'field.invalid', 'licence.backwards'] as const;

/** What callers can ask about software licences. */
export const licencesRoutes = defineRoutes({
  addLicence: {
    method: 'POST',
    path: licences,
    summary: { en: 'Enter a licence with its first term', ar: 'تسجيل ترخيص بمدته الأولى' },
    permission: 'licence.manage',
    body: shapes.newLicence,
    answers: { 201: shapes.licence },
    refuses: costs,
  },
  listLicences: {
    method: 'GET',
    path: licences,
    summary: { en: 'Licences by product', ar: 'التراخيص بحسب المنتج' },
    permission: 'licence.read',
    query: z.strictObject({ state: shapes.licenceState.optional(), ...paging }),
    answers: { 200: listOf(shapes.licence) },
    refuses: ['cursor.invalid'],
  },
  getLicence: {
    method: 'GET',
    path: one,
    summary: { en: 'One licence with its terms', ar: 'ترخيص واحد بمدده' },
    permission: 'licence.read',
    params,
    answers: { 200: shapes.licence },
    refuses: [],
  },
  changeLicence: {
    method: 'PATCH',
    path: one,
    summary: { en: 'Change what a licence says, or how many seats its last term has', ar: 'تعديل ترخيص أو عدد مقاعده' },
    permission: 'licence.manage',
    params,
    body: shapes.licenceChange,
    versioned: true,
    answers: { 200: shapes.licence },
    refuses: ['version.stale', 'licence.seats_held'],
  },
  renewLicence: {
    method: 'POST',
    path: `${one}/renew`,
    summary: { en: 'Renew by a successor term; the term before stays as it was', ar: 'تجديد بمدة لاحقة مع بقاء السابقة كما هي' },
    permission: 'licence.manage',
    params,
    body: shapes.renewal,
    answers: { 200: shapes.licence },
    refuses: ['licence.endless', 'licence.overlaps', 'licence.seats_held', 'licence.too_many_terms', ...costs],
  },
  assignSeat: {
    method: 'POST',
    path: `${one}/seats`,
    summary: {
      en: 'Give a seat to a person or an asset: each once, never beyond the count',
      ar: 'إسناد مقعد لشخص أو أصل: مرة لكل منهما وفي حدود العدد',
    },
    permission: 'licence.manage',
    params,
    body: shapes.newSeat,
    answers: { 201: shapes.seat },
    refuses: ['holder.unknown', 'asset.unknown', 'licence.seat_held', 'licence.not_running', 'licence.full'],
  },
  listSeats: {
    method: 'GET',
    path: `${one}/seats`,
    summary: { en: 'Who holds the seats of a licence', ar: 'من يشغل مقاعد الترخيص' },
    permission: 'licence.read',
    params,
    query: z.strictObject(paging),
    answers: { 200: listOf(shapes.seat) },
    refuses: ['cursor.invalid'],
  },
  releaseSeat: {
    method: 'POST',
    path: `${one}/seats/{seatId}/release`,
    summary: { en: 'Release a seat; that it was held stays known', ar: 'إخلاء مقعد مع بقاء أثره' },
    permission: 'licence.manage',
    params: z.object({ ...params.shape, seatId: anId('seat') }),
    answers: { 200: shapes.seat },
    refuses: ['licence.seat_released'],
  },
});
