import { defineMessages } from '../i18n/messages.ts';

export const shellMessages = defineMessages({
  skip: { en: 'Skip to the page', ar: 'تجاوز إلى المحتوى' },
  navigation: { en: 'Sections', ar: 'الأقسام' },
  openNavigation: { en: 'Open the sections', ar: 'فتح الأقسام' },
  closeNavigation: { en: 'Close the sections', ar: 'إغلاق الأقسام' },
  switchFirm: { en: 'Switch firm: {name}', ar: 'تبديل المنشأة: {name}' },
  yourFirms: { en: 'Your firms', ar: 'منشآتك' },
  allFirms: { en: 'All firms', ar: 'كل المنشآت' },
  newFirm: { en: 'Add a firm', ar: 'إضافة منشأة' },
  find: { en: 'Search or go to', ar: 'ابحث أو انتقل إلى' },
  typeHere: { en: 'Type a page, an act, a number or a name…', ar: 'اكتب اسم صفحة أو إجراء أو رقمًا أو اسمًا…' },
  pages: { en: 'Go to', ar: 'انتقال' },
  acts: { en: 'Begin', ar: 'إجراء' },
  recents: { en: 'Recently opened', ar: 'فُتحت مؤخرًا' },
  everything: { en: 'Search', ar: 'البحث' },
  allResults: { en: 'All results for “{typed}”', ar: 'كل نتائج «{typed}»' },
  nothingFound: { en: 'Nothing matches “{typed}”.', ar: 'لا شيء يطابق «{typed}».' },
  begin: { en: 'New', ar: 'جديد' },
  account: { en: 'Your account: {name}', ar: 'حسابك: {name}' },
  sessions: { en: 'Profile, password and sessions', ar: 'الملف الشخصي وكلمة المرور والجلسات' },
  signOut: { en: 'Sign out', ar: 'تسجيل الخروج' },
  offline: {
    en: 'No connection. You can go on typing: everything is kept on this device.',
    ar: 'لا يوجد اتصال. يمكنك متابعة الكتابة: كل شيء محفوظ على هذا الجهاز.',
  },
});
