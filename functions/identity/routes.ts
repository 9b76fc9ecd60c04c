import * as z from 'zod';
import { firmKinds } from '../../domain/firms/firm.ts';
import { checkPassword, PASSWORD_MAXIMUM } from '../../domain/identity/password.ts';
import { Firm, role } from '../firms/wire-firm.ts';
import { defineRoutes } from '../platform/http/route.ts';
import { anId, email, instant, language, line, listOf } from '../platform/wire.ts';

const password = z.string().min(1).max(PASSWORD_MAXIMUM).meta({ format: 'password' });
/** Judged with the other members, so that a form hears of all its faults at once; against the address it is judged once that is one. */
const chosenPassword = password.refine((text) => text === '' || !checkPassword(text, '', ''), { error: 'password.weak' });
const linkToken = z.string().min(1).max(200).meta({ description: 'the token of a link in a mail' });

export const User = z.strictObject({ id: anId('user'), name: line, email, language, emailVerified: z.boolean() });
export const SessionToken = z.strictObject({ token: z.string(), expiresAt: instant });
const Session = z.strictObject({
  id: anId('session'),
  openedAt: instant,
  expiresAt: instant,
  address: z.string(),
  userAgent: z.string(),
  current: z.boolean(),
});
const FirmOfMine = z.strictObject({
  ...Firm.pick({ id: true, name: true, country: true, currency: true, kind: true, plan: true, language: true }).shape,
  role,
});

/** Requests a minute from one address: an office behind one address signs in of a morning, and a machine that tries passwords is slowed. */
const SIGN_UPS = 60;
const SIGN_INS = 120;
const LINKS = 30;

export const identityRoutes = defineRoutes({
  signUp: {
    method: 'POST',
    path: '/sign-up',
    summary: { en: 'Open an account and found a firm', ar: 'فتح حساب وتأسيس منشأة' },
    permission: 'public',
    perMinute: SIGN_UPS,
    body: z.strictObject({
      email,
      password: chosenPassword,
      name: line,
      locale: language,
      firm: z.strictObject({
        name: line,
        country: z.string().min(1).max(10).meta({ example: 'SA', description: 'ISO 3166-1' }),
        currency: z.string().min(1).max(10).meta({ example: 'SAR', description: 'ISO 4217; the book is kept in it, for good' }),
        kind: z.enum(firmKinds),
        plan: z.string().max(40).default('trial'),
      }),
    }),
    answers: { 201: z.strictObject({ user: User, firm: Firm, session: SessionToken }) },
    refuses: ['country.unknown', 'currency.unknown', 'plan.unknown', 'plan.for_providers', 'password.weak'],
  },
  signIn: {
    method: 'POST',
    path: '/sessions',
    summary: { en: 'Sign in', ar: 'تسجيل الدخول' },
    permission: 'public',
    perMinute: SIGN_INS,
    body: z.strictObject({ email, password }),
    answers: { 201: SessionToken },
    refuses: ['credentials.wrong'],
  },
  signOut: {
    method: 'DELETE',
    path: '/sessions/current',
    summary: { en: 'Sign out', ar: 'تسجيل الخروج' },
    permission: 'signed-in',
    answers: { 204: null },
    refuses: [],
  },
  listSessions: {
    method: 'GET',
    path: '/sessions',
    summary: { en: 'Where am I signed in?', ar: 'أين سجّلت الدخول؟' },
    permission: 'signed-in',
    answers: { 200: listOf(Session) },
    refuses: [],
  },
  endSession: {
    method: 'DELETE',
    path: '/sessions/{sessionId}',
    summary: { en: 'End one of my sessions', ar: 'إنهاء إحدى جلساتي' },
    permission: 'signed-in',
    params: z.strictObject({ sessionId: anId('session') }),
    answers: { 204: null },
    refuses: [],
  },
  getMe: {
    method: 'GET',
    path: '/me',
    summary: { en: 'Who am I, and in which firms?', ar: 'من أنا، وفي أي منشآت؟' },
    permission: 'signed-in',
    answers: { 200: z.strictObject({ user: User, firms: z.array(FirmOfMine) }) },
    refuses: [],
  },
  changeMe: {
    method: 'PATCH',
    path: '/me',
    summary: { en: 'Change my name or language', ar: 'تغيير اسمي أو لغتي' },
    permission: 'signed-in',
    body: z.strictObject({ name: line.optional(), language: language.optional() }),
    answers: { 200: User },
    refuses: [],
  },
  changePassword: {
    method: 'POST',
    path: '/me/password',
    summary: { en: 'Change my password and end my other sessions', ar: 'تغيير كلمة مروري وإنهاء جلساتي الأخرى' },
    permission: 'signed-in',
    perMinute: LINKS,
    body: z.strictObject({ current: password, next: password }),
    answers: { 204: null },
    refuses: ['password.weak', 'password.wrong'],
  },
  requestPasswordReset: {
    method: 'POST',
    path: '/password-resets',
    summary: { en: 'Ask for a mail to choose a new password', ar: 'طلب رسالة لاختيار كلمة مرور جديدة' },
    permission: 'public',
    perMinute: LINKS,
    body: z.strictObject({ email }),
    answers: { 202: null },
    refuses: [],
  },
  completePasswordReset: {
    method: 'POST',
    path: '/password-resets/complete',
    summary: { en: 'Choose a new password by the link of a mail', ar: 'اختيار كلمة مرور جديدة برابط من رسالة' },
    permission: 'public',
    perMinute: LINKS,
    body: z.strictObject({ token: linkToken, password }),
    answers: { 204: null },
    refuses: ['link.invalid', 'password.weak'],
  },
  requestEmailVerification: {
    method: 'POST',
    path: '/email-verifications',
    summary: { en: 'Ask for another mail to confirm my address', ar: 'طلب رسالة أخرى لتأكيد بريدي' },
    permission: 'signed-in',
    perMinute: LINKS,
    answers: { 202: null },
    refuses: [],
  },
  completeEmailVerification: {
    method: 'POST',
    path: '/email-verifications/complete',
    summary: { en: 'Confirm an address by the link of a mail', ar: 'تأكيد البريد برابط من رسالة' },
    permission: 'public',
    perMinute: LINKS,
    body: z.strictObject({ token: linkToken }),
    answers: { 204: null },
    refuses: ['link.invalid'],
  },
});
