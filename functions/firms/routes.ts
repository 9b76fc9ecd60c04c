import * as z from 'zod';
import { planCurrencies, planNames } from '../../domain/firms/plans.ts';
import { PASSWORD_MAXIMUM } from '../../domain/identity/password.ts';
import { SessionToken, User } from '../identity/routes.ts';
import { defineRoutes } from '../platform/http/route.ts';
import { amount, anId, bilingual, email, language, line, listOf, paging } from '../platform/wire.ts';
import { address, dueDays, Firm, footer, Invitation, Member, newNumbering, role, taxRounding } from './wire-firm.ts';

const invitationToken = z.string().min(1).max(300).meta({ description: 'the token of the link in the mail' });
/** Requests a minute from one address to the doors that a link opens. */
const LINKS = 60;

const Plan = z.strictObject({
  id: z.enum(planNames),
  name: bilingual,
  tagline: bilingual,
  trialDays: z.int().optional(),
  forBusinesses: z.boolean(),
  pricePerMonth: z.record(z.enum(planCurrencies), amount),
  limits: z.strictObject({ members: z.int(), entriesPerMonth: z.int().nullable(), firms: z.int() }),
  features: z.array(bilingual),
});

export const firmsRoutes = defineRoutes({
  listPlans: {
    method: 'GET',
    path: '/plans',
    summary: { en: 'The plans and their prices', ar: 'الباقات وأسعارها' },
    permission: 'public',
    answers: { 200: z.strictObject({ data: z.array(Plan) }) },
    refuses: [],
  },
  getFirm: {
    method: 'GET',
    path: '/firms/{firmId}',
    summary: { en: 'A firm and its settings', ar: 'منشأة وإعداداتها' },
    permission: 'firm.read',
    answers: { 200: Firm },
    refuses: [],
  },
  changeFirm: {
    method: 'PATCH',
    path: '/firms/{firmId}',
    summary: { en: 'Change the settings of a firm', ar: 'تغيير إعدادات منشأة' },
    permission: 'firm.manage',
    versioned: true,
    body: z.strictObject({
      name: line.optional(),
      language: language.optional(),
      timeZone: z.string().max(60).optional().meta({ example: 'Asia/Riyadh' }),
      taxNumber: z.string().min(1).max(40).nullable().optional(),
      address: address.nullable().optional(),
      fiscalYearStart: z.int().min(1).max(12).optional(),
      invoicing: z
        .strictObject({
          numbering: z.strictObject({ invoice: newNumbering.optional(), creditNote: newNumbering.optional() }).optional(),
          taxRounding: taxRounding.optional(),
          dueDays: dueDays.optional(),
          footer: footer.nullable().optional(),
        })
        .optional(),
    }),
    answers: { 200: Firm },
    refuses: ['version.stale', 'timezone.unknown', 'tax_number.malformed', 'firm.book_started'],
  },
  listMembers: {
    method: 'GET',
    path: '/firms/{firmId}/members',
    summary: { en: 'Who works in the firm', ar: 'من يعمل في المنشأة' },
    permission: 'member.read',
    query: z.strictObject(paging),
    answers: { 200: listOf(Member) },
    refuses: [],
  },
  changeRole: {
    method: 'PATCH',
    path: '/firms/{firmId}/members/{userId}',
    summary: { en: 'Give a member another role', ar: 'تغيير دور عضو' },
    permission: 'member.manage',
    params: z.strictObject({ userId: anId('user') }),
    versioned: true,
    body: z.strictObject({ role }),
    answers: { 200: Member },
    refuses: ['version.stale', 'member.last_owner'],
  },
  removeMember: {
    method: 'DELETE',
    path: '/firms/{firmId}/members/{userId}',
    summary: { en: 'Remove a member', ar: 'إزالة عضو' },
    permission: 'member.manage',
    params: z.strictObject({ userId: anId('user') }),
    answers: { 204: null },
    refuses: ['member.last_owner'],
  },
  inviteMember: {
    method: 'POST',
    path: '/firms/{firmId}/invitations',
    summary: { en: 'Invite somebody by mail', ar: 'دعوة شخص بالبريد' },
    permission: 'member.manage',
    body: z.strictObject({ email, role, language: language.optional().meta({ description: 'of the mail; the firm’s unless it says otherwise' }) }),
    answers: { 201: Invitation },
    refuses: ['member.exists', 'invitation.exists', 'seats.full'],
  },
  listInvitations: {
    method: 'GET',
    path: '/firms/{firmId}/invitations',
    summary: { en: 'Who was invited, the latest first', ar: 'من دُعي، الأحدث أولًا' },
    permission: 'member.read',
    query: z.strictObject(paging),
    answers: { 200: listOf(Invitation) },
    refuses: [],
  },
  withdrawInvitation: {
    method: 'DELETE',
    path: '/firms/{firmId}/invitations/{invitationId}',
    summary: { en: 'Withdraw an invitation', ar: 'سحب دعوة' },
    permission: 'member.manage',
    params: z.strictObject({ invitationId: anId('invitation') }),
    answers: { 204: null },
    refuses: ['invitation.answered'],
  },
  showInvitation: {
    method: 'POST',
    path: '/invitations/show',
    summary: { en: 'What does the link of an invitation offer?', ar: 'ماذا يعرض رابط الدعوة؟' },
    permission: 'public',
    perMinute: LINKS,
    body: z.strictObject({ token: invitationToken }),
    answers: {
      200: z.strictObject({
        firm: z.strictObject({ id: anId('firm'), name: line }),
        email,
        role,
        invitedBy: z.string(),
        expiresAt: Invitation.shape.expiresAt,
      }),
    },
    refuses: ['link.invalid'],
  },
  acceptInvitation: {
    method: 'POST',
    path: '/invitations/accept',
    summary: { en: 'Join a firm with the password of an account, or with a new one', ar: 'الانضمام إلى منشأة بكلمة مرور حساب قائم أو حساب جديد' },
    permission: 'public',
    perMinute: LINKS,
    body: z.strictObject({
      token: invitationToken,
      password: z.string().min(1).max(PASSWORD_MAXIMUM).meta({ format: 'password' }),
      name: line.optional().meta({ description: 'of a new person' }),
      locale: language.optional(),
    }),
    answers: { 201: z.strictObject({ user: User, firm: Firm, role, session: SessionToken }) },
    refuses: ['link.invalid', 'password.weak', 'member.exists'],
  },
  joinFirm: {
    method: 'POST',
    path: '/invitations/join',
    summary: { en: 'Join a firm as the person who is signed in', ar: 'الانضمام إلى منشأة بالحساب المسجَّل دخوله' },
    permission: 'signed-in',
    perMinute: LINKS,
    body: z.strictObject({ token: invitationToken }),
    answers: { 201: z.strictObject({ firm: Firm, role }) },
    refuses: ['link.invalid', 'member.exists'],
  },
});
