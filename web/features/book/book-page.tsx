import { useState } from 'react';
import { call } from '../../api/client.ts';
import { ProblemError } from '../../api/problem.ts';
import { useFirmApi } from '../../api/queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { defineMessages, useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { Skeleton } from '../../ui/states.tsx';

const messages = defineMessages({
  title: { en: 'Proof of the book', ar: 'إثبات سلامة الدفتر' },
  lead: {
    en: 'The whole book is worked out again from its first entry, and everything that is stored is held against it.',
    ar: 'يُعاد حساب الدفتر كله من أول قيد ويُطابق معه كل ما حُفظ.',
  },
  verify: { en: 'Verify now', ar: 'تحقّق الآن' },
  verifying: { en: 'The book is being replayed…', ar: 'يُعاد حساب الدفتر…' },
  holds: { en: 'The book verifies', ar: 'الدفتر سليم' },
  fails: { en: 'The book does not verify', ar: 'الدفتر لا يتطابق' },
  through: { en: '{entries} entries, through no. {seq}, at {at}', ar: '{entries} من القيود حتى الرقم {seq}، في {at}' },
  check: { en: 'What was held against it', ar: 'ما طُوبق' },
  result: { en: 'Result', ar: 'النتيجة' },
  good: { en: 'holds', ar: 'مطابق' },
  bad: { en: 'does not hold', ar: 'غير مطابق' },
  atEntry: { en: 'Entry no. {seq}: {what}', ar: 'القيد رقم {seq}: {what}' },
  digest: { en: 'Digest of the last entry', ar: 'بصمة آخر قيد' },
  digestHint: { en: 'Keep it outside: whoever changes anything before it, changes it.', ar: 'احفظها خارج النظام: أي تغيير قبلها يغيّرها.' },
  export: { en: 'Export the book', ar: 'تصدير الدفتر' },
  exportHint: {
    en: 'The export holds all of it as JSON lines and can be verified offline.',
    ar: 'التصدير يضم كل ذلك بصيغة JSON سطرًا سطرًا، ويمكن التحقق منه دون اتصال.',
  },
});

/** Has the book prove itself, and shows what was held against what. */
export default function BookPage() {
  const t = useMessages(messages);
  const format = useFormat();
  const { language } = useLanguage();
  const { id: firmId } = useFirm();
  const read = useFirmApi('verifyBook', {}, { staleTime: 0 });
  const mayExport = useReason('book.export');
  const [failed, setFailed] = useState<ProblemError | undefined>(undefined);
  const [exporting, setExporting] = useState(false);
  const verdict = read.data?.body;

  const exportNow = async () => {
    setFailed(undefined);
    setExporting(true);
    try {
      const { body } = await call('exportBook', { params: { firmId } });
      const link = document.createElement('a');
      link.href = body.url;
      link.download = '';
      link.click();
    } catch (problem) {
      if (problem instanceof ProblemError) setFailed(problem);
      else throw problem;
    } finally {
      setExporting(false);
    }
  };
  return (
    <Page
      title={t('title')}
      actions={
        <>
          <Button icon="download" reason={mayExport} busy={exporting} onClick={() => void exportNow()}>
            {t('export')}
          </Button>
          <Button kind="primary" icon="shield" busy={read.isFetching} onClick={() => void read.refetch()}>
            {t('verify')}
          </Button>
        </>
      }
    >
      <p className="muted">
        {t('lead')} {t('exportHint')}
      </p>
      <Problem problem={read.error ?? failed} retry={() => void read.refetch()} />
      {read.isPending && (
        <>
          <p role="status">{t('verifying')}</p>
          <Skeleton lines={5} height={40} />
        </>
      )}
      {verdict && (
        <>
          <div className={`notice ${verdict.verified ? 'good' : 'bad'}`} role="status">
            <Icon name={verdict.verified ? 'shield' : 'close'} size={34} />
            <div className="body">
              <p className="strong">{verdict.verified ? t('holds') : t('fails')}</p>
              <p>
                {t('through', { entries: format.number(verdict.entries), seq: format.number(verdict.seq), at: format.instant(verdict.verifiedAt) })}
              </p>
            </div>
          </div>
          <Scrolls>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t('check')}</th>
                  <th scope="col">{t('result')}</th>
                </tr>
              </thead>
              <tbody>
                {verdict.checks.map((check) => (
                  <tr key={check.verification}>
                    <th scope="row">
                      {check.title[language]}
                      {check.findings.map((finding) => (
                        <p key={`${finding.seq} ${finding.what}`} className="fault">
                          <bdi>
                            {finding.seq === undefined ? finding.what : t('atEntry', { seq: format.number(finding.seq), what: finding.what })}
                          </bdi>
                        </p>
                      ))}
                    </th>
                    <td>
                      <Chip tone={check.holds ? 'good' : 'bad'}>{check.holds ? t('good') : t('bad')}</Chip>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scrolls>
          <section className="card" aria-label={t('digest')}>
            <h2>{t('digest')}</h2>
            <p className="code" style={{ overflowWrap: 'anywhere' }}>
              {verdict.hash}
            </p>
            <p className="muted">{t('digestHint')}</p>
          </section>
        </>
      )}
    </Page>
  );
}
