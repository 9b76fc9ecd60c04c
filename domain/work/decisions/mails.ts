import type { Text } from '../../kernel/language.ts';
import type { Letter } from '../../kernel/letter.ts';
import type { RequestState } from './request.ts';

const closing: readonly Text[] = [
  {
    en: 'The links work once, for you alone and after you sign in, until the request is settled. Answering this mail decides nothing.',
    ar: 'يعمل الرابط مرة واحدة ولك وحدك بعد تسجيل الدخول، إلى أن يُحسم الطلب. الرد على هذه الرسالة لا يُعد قرارًا.',
  },
];

/** To those whose decision is asked for. */
export const decisionMails = {
  asked: {
    subject: { en: 'Your decision is needed: {title}', ar: 'مطلوب قرارك: {title}' },
    paragraphs: [
      {
        en: '{requester} asks for your decision on #{number} at {firm}: {title}.',
        ar: 'يطلب {requester} قرارك بشأن المعاملة #{number} في {firm}: {title}.',
      },
      { en: 'It can be decided until {expires}.', ar: 'يمكن البت فيه حتى {expires}.' },
    ],
    closing,
  },
  'asked-deputy': {
    subject: { en: 'A decision is needed in the name of {principal}: {title}', ar: 'مطلوب قرار نيابة عن {principal}: {title}' },
    paragraphs: [
      {
        en: '{requester} asks for a decision on #{number} at {firm}: {title}. You stand in for {principal}.',
        ar: 'يطلب {requester} قرارًا بشأن المعاملة #{number} في {firm}: {title}. أنت تنوب عن {principal}.',
      },
      { en: 'It can be decided until {expires}.', ar: 'يمكن البت فيه حتى {expires}.' },
    ],
    closing,
  },
  /** A change that leaves the decision as it is. */
  noted: {
    subject: { en: '#{number} was edited: {title}', ar: 'عُدّلت المعاملة #{number}: {title}' },
    paragraphs: [
      {
        en: '{editor} edited #{number} at {firm}. Nothing changed of what you are asked to authorise: the request stands.',
        ar: 'عدّل {editor} المعاملة #{number} في {firm}. لم يتغير شيء مما يُطلب اعتماده، والطلب قائم.',
      },
    ],
    action: { en: 'Open the request', ar: 'فتح الطلب' },
    closing: [{ en: 'You get this because you are asked for a decision on it.', ar: 'وصلتك هذه الرسالة لأن قرارك مطلوب بشأنها.' }],
  },
} as const satisfies Record<string, Letter>;

export const linkLabels = {
  approve: { en: 'Approve', ar: 'اعتماد' },
  reject: { en: 'Reject', ar: 'رفض' },
  'request-changes': { en: 'Request changes', ar: 'طلب تعديل' },
} as const;

const settled = (subject: Text, said: Text): Letter => ({
  subject,
  paragraphs: [said],
  action: { en: 'Open the request', ar: 'فتح الطلب' },
  closing: [{ en: 'The receipt is on that page.', ar: 'الإيصال في تلك الصفحة.' }],
});

/** To whoever asked, once it is settled. What they did themselves they are not told. */
export const settledMails: Readonly<Partial<Record<RequestState, Letter>>> = {
  approved: settled(
    { en: 'Approved: {title}', ar: 'اعتُمد: {title}' },
    {
      en: '#{number} at {firm} is approved: {title}. Decided by: {deciders}.',
      ar: 'اعتُمدت المعاملة #{number} في {firm}: {title}. صاحب القرار: {deciders}.',
    },
  ),
  rejected: settled(
    { en: 'Rejected: {title}', ar: 'رُفض: {title}' },
    {
      en: '#{number} at {firm} is rejected: {title}. Decided by: {deciders}.',
      ar: 'رُفضت المعاملة #{number} في {firm}: {title}. صاحب القرار: {deciders}.',
    },
  ),
  'changes-requested': settled(
    { en: 'Changes requested: {title}', ar: 'مطلوب تعديل: {title}' },
    {
      en: '#{number} at {firm} is back for changes: {title}. Asked for by: {deciders}.',
      ar: 'أُعيدت المعاملة #{number} في {firm} للتعديل: {title}. بطلب من: {deciders}.',
    },
  ),
  expired: settled(
    { en: 'Nobody decided in time: {title}', ar: 'انتهت مهلة القرار: {title}' },
    { en: 'The request on #{number} at {firm} has expired: {title}.', ar: 'انتهت مهلة الطلب بشأن المعاملة #{number} في {firm}: {title}.' },
  ),
  void: settled(
    { en: 'The approval is void: {title}', ar: 'لم يعد الاعتماد قائمًا: {title}' },
    {
      en: '#{number} at {firm} was edited in what had been put up for approval, so the request is void: {title}. Ask anew.',
      ar: 'عُدّلت المعاملة #{number} في {firm} فيما عُرض للاعتماد فأصبح الطلب لاغيًا: {title}. اطلب القرار من جديد.',
    },
  ),
};
