import { useNavigate } from '@tanstack/react-router';
import { formatAmount } from '../../../domain/kernel/money.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { minorOf } from '../../i18n/amounts.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { defineMessages, useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { useDraft } from '../../ui/draft.ts';
import { Form } from '../../ui/form.tsx';
import { splitHref } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useAccounts } from '../accounts/use-accounts.ts';
import { bodyOf, emptyLine, isBlank, runningOf, type TypedLine } from '../entries/entry-draft.ts';
import { EntryLines } from '../entries/entry-lines.tsx';
import { entryMessages } from '../entries/entry-messages.ts';

const messages = defineMessages({
  title: { en: 'Opening balances', ar: 'الأرصدة الافتتاحية' },
  lead: {
    en: 'Type what each account stood at when you begin. What is missing to balance goes to “{account}”, where it should come to zero once all is entered.',
    ar: 'اكتب رصيد كل حساب عند البداية. ما ينقص للتوازن يذهب إلى «{account}»، ويُفترض أن يصبح صفرًا بعد إدخال كل الأرصدة.',
  },
  asOf: { en: 'As of', ar: 'بتاريخ' },
  rest: { en: 'To “{account}”', ar: 'إلى «{account}»' },
  post: { en: 'Post the opening balances', ar: 'ترحيل الأرصدة الافتتاحية' },
  none: { en: 'No line has an account and an amount yet.', ar: 'لا يوجد سطر فيه حساب ومبلغ بعد.' },
  periods: { en: 'Periods', ar: 'الفترات' },
});

interface TypedOpening {
  readonly date: string;
  readonly lines: readonly TypedLine[];
}

export default function OpeningBalancesPage() {
  const t = useMessages(messages);
  const words = useMessages(entryMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const say = useToast();
  const { owner, digits, paths, today } = useFirm();
  const accounts = useAccounts();
  const balancing = accounts.data?.body.data.find((account) => account.role === 'opening-balances');
  const name = balancing ? balancing.name[language] : t('title');
  const draft = useDraft<TypedOpening>(owner, 'opening-balances/1', () => ({
    date: `${today().slice(0, 4)}-01-01`,
    lines: [1, 2, 3, 4].map((key) => emptyLine(key)),
  }));
  const post = useFirmSubmit('postOpeningBalances', { keeper: draft });
  const { value, set } = draft;
  const running = runningOf(value.lines, digits);
  const written = value.lines.filter((line) => !isBlank(line));
  const bad = value.lines.findIndex(
    (line) => !isBlank(line) && (line.account === '' || (minorOf(line.debit, digits) ?? minorOf(line.credit, digits)) === undefined),
  );
  const reason = useReason('entry.post', written.length === 0 ? t('none') : bad >= 0 ? words('incomplete', { line: bad + 1 }) : undefined);
  const send = async () => {
    if (reason !== undefined || post.pending) return;
    const { lines } = bodyOf({ date: value.date, memo: '', reference: '', lines: value.lines }, digits);
    const answer = await post.send({ body: { date: value.date, lines } });
    if (!answer) return;
    draft.discard();
    say(words('posted', { seq: format.number(answer.body.seq) }));
    await navigate(splitHref(paths.entry(answer.body.id)));
  };
  const amount = (minor: bigint) => format.amount(formatAmount(minor, digits));
  return (
    <Page title={t('title')} up={{ href: paths.periods(), label: t('periods') }}>
      <p className="muted">{t('lead', { account: name })}</p>
      <OnlyFor permission="entry.post">
        <Form problem={post.problem} onSubmit={() => void send()} draft={draft} label={t('title')}>
          <div className="card">
            <div className="columns">
              <DateField label={t('asOf')} value={value.date} onChange={(date) => set({ date })} pointer="/date" />
            </div>
          </div>
          <section className="card stack" aria-label={words('lines')}>
            <EntryLines lines={value.lines} onChange={(lines) => set({ lines })} least={1} />
            <dl className="totals" aria-live="polite">
              <dt>{words('debit')}</dt>
              <dd className="figure">{amount(running.debit)}</dd>
              <dt>{words('credit')}</dt>
              <dd className="figure">{amount(running.credit)}</dd>
              <dt className="grand">{t('rest', { account: name })}</dt>
              <dd className="figure grand">{amount(running.difference)}</dd>
            </dl>
          </section>
          <div>
            <Button type="submit" kind="primary" reason={reason} busy={post.pending}>
              {t('post')}
            </Button>
          </div>
        </Form>
      </OnlyFor>
    </Page>
  );
}
