import { useState } from 'react';
import { useFirmApi } from '../../api/queries.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { AmountField } from '../../ui/amount-field.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { rateOn } from '../documents/typed-document.ts';
import { settingsMessages } from './settings-messages.ts';

/** What lines are taxed by: the country's codes, and those of the firm's own. */
export function TaxCodes() {
  const t = useMessages(settingsMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const { today } = useFirm();
  const read = useFirmApi('listTaxCodes', {});
  const mayManage = useReason('account.manage');
  const [adding, setAdding] = useState(false);
  const codes = read.data?.body.data ?? [];
  return (
    <section className="stack" aria-label={t('taxCodes')}>
      <div className="row spread">
        <h2>{t('taxCodes')}</h2>
        <Button size="small" icon="plus" reason={mayManage} onClick={() => setAdding(true)}>
          {t('addTaxCode')}
        </Button>
      </div>
      <Problem problem={read.error ?? undefined} retry={() => void read.refetch()} />
      {read.isPending && <Skeleton lines={4} height={36} />}
      {codes.length > 0 && (
        <Scrolls>
          <table className="table stacks">
            <thead>
              <tr>
                <th scope="col">{t('taxCode')}</th>
                <th scope="col">{t('taxName')}</th>
                <th scope="col" className="figure">
                  {t('rate')}
                </th>
              </tr>
            </thead>
            <tbody>
              {codes.map((code) => {
                const rate = rateOn(codes, code.code, today());
                return (
                  <tr key={code.code}>
                    <td>
                      <bdi>{code.code}</bdi>
                    </td>
                    <th scope="row">
                      <bdi>{code.name[language]}</bdi> {code.own && <Chip>{t('own')}</Chip>}
                    </th>
                    <td className="figure">{rate === undefined ? '–' : format.percent(rate)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </Scrolls>
      )}
      {adding && <AddTaxCode onClose={() => setAdding(false)} />}
    </section>
  );
}

function AddTaxCode({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages(settingsMessages);
  const common = useMessages(commonMessages);
  const say = useToast();
  const { today } = useFirm();
  const [code, setCode] = useState('');
  const [en, setEn] = useState('');
  const [ar, setAr] = useState('');
  const [rate, setRate] = useState('');
  const [from, setFrom] = useState(today);
  const add = useFirmSubmit('addTaxCode');
  const send = async () => {
    const answer = await add.send({ body: { code: code.trim().toUpperCase(), name: { en: en || ar, ar: ar || en }, rates: [{ from, rate }] } });
    if (!answer) return;
    say(t('added', { code: answer.body.code }));
    onClose();
  };
  return (
    <Dialog title={t('addTaxCode')} onClose={onClose}>
      <Form problem={add.problem} onSubmit={() => void send()}>
        <div className="columns">
          <TextField label={t('taxCode')} latin value={code} onChange={setCode} pointer="/code" required />
          <AmountField label={t('ratePercent')} digits={4} exact={false} value={rate} onChange={setRate} pointer="/rates/0/rate" />
          <DateField label={t('from')} value={from} onChange={setFrom} pointer="/rates/0/from" />
        </div>
        <div className="columns">
          <TextField label={common('arabicName')} lang="ar" value={ar} onChange={setAr} pointer="/name/ar" />
          <TextField label={common('englishName')} lang="en" value={en} onChange={setEn} pointer="/name/en" />
        </div>
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="primary" busy={add.pending}>
            {common('add')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
