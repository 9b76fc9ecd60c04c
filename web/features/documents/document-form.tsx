import type { ReactNode } from 'react';
import type { TaxRounding } from '../../../domain/accounting/tax/compute-tax.ts';
import { currencies, digitsOf } from '../../../domain/kernel/currencies.ts';
import { addDays } from '../../../domain/kernel/dates.ts';
import type { ProblemError } from '../../api/problem.ts';
import { useFirmApi } from '../../api/queries.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { AmountField } from '../../ui/amount-field.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/choice-fields.tsx';
import { ComboBox } from '../../ui/combobox.tsx';
import { DateField } from '../../ui/date-field.tsx';
import type { Draft } from '../../ui/draft.ts';
import { Form } from '../../ui/form.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { ContactBox } from '../contacts/contact-box.tsx';
import { DocumentLines } from './document-lines.tsx';
import { DocumentTotals } from './document-totals.tsx';
import { documentMessages } from './document-words.ts';
import { computationOf, emptyItem, obstacleOf, type TaxCode, type TypedDocument } from './typed-document.ts';

interface DocumentFormProps {
  readonly label: string;
  readonly kind: 'invoice' | 'credit-note';
  readonly draft: Draft<TypedDocument>;
  readonly codes: readonly TaxCode[];
  /** Fixed with the draft where there is one; the firm's own otherwise. */
  readonly rounding: TaxRounding;
  readonly dueDays: number;
  readonly problem: ProblemError | undefined;
  readonly busy: boolean;
  readonly onSave: () => void;
  readonly onPost: () => void;
  readonly children?: ReactNode;
}

const RATE_DIGITS = 12;

/** Writes an invoice or a credit note: for whom, when, what, and what it comes to. */
export function DocumentForm({ label, kind, draft, codes, rounding, dueDays, problem, busy, onSave, onPost }: DocumentFormProps) {
  const t = useMessages(documentMessages);
  const { language } = useLanguage();
  const firm = useFirm();
  const { value, set } = draft;
  const contact = useFirmApi('getContact', { params: { contactId: value.contact } }, { enabled: value.contact !== '', staleTime: 60_000 });
  const digits = digitsOf(value.currency) ?? firm.digits;
  const terms = { codes, rounding, digits };
  // Lines that were begun before the codes were read take the first of them.
  const lines = value.lines.map((line) => (line.taxCode === '' && codes[0] ? { ...line, taxCode: codes[0].code } : line));
  const document = { ...value, lines };
  const { computation, byKey } = computationOf(document, terms);
  const obstacle = obstacleOf(document, firm.currency, terms);
  const obstacleSaid = obstacle && (obstacle.kind === 'badLine' ? t('badLine', { line: obstacle.line }) : t(obstacle.kind));
  const maySave = useReason('invoice.draft', obstacleSaid);
  const mayPost = useReason('invoice.post', obstacleSaid);
  const dueDate = value.dueDate || addDays(value.date || firm.today(), contact.data?.body.paymentTermsDays ?? dueDays);

  const chooseContact = (contactId: string) => set({ contact: contactId });
  return (
    <Form problem={problem} onSubmit={() => mayPost === undefined && !busy && onPost()} draft={draft} label={label}>
      <div className="card stack">
        <div className="columns">
          <ContactBox label={t('customer')} value={value.contact} onChange={chooseContact} pointer="/contact" kind="customer" adds />
          <DateField label={t('date')} value={value.date} onChange={(date) => set({ date })} pointer="/date" />
          {kind === 'invoice' && (
            <DateField
              label={t('dueDate')}
              value={dueDate}
              onChange={(next) => set({ dueDate: next })}
              pointer="/dueDate"
              min={value.date || undefined}
            />
          )}
          <TextField
            label={kind === 'invoice' ? t('reference') : t('reason')}
            value={kind === 'invoice' ? value.reference : value.reason}
            onChange={(text) => set(kind === 'invoice' ? { reference: text } : { reason: text })}
            pointer={kind === 'invoice' ? '/reference' : '/reason'}
            maxLength={200}
            optional
          />
          <ComboBox
            label={t('currency')}
            value={value.currency}
            onChange={(currency) => currency !== '' && set({ currency })}
            pointer="/currency"
            options={Object.entries(currencies).map(([code, currency]) => ({
              key: code,
              text: code,
              detail: currency.name[language],
              search: `${currency.name.en} ${currency.name.ar}`,
            }))}
          />
          {value.currency !== firm.currency && (
            <AmountField
              label={t('rate')}
              hint={t('rateHint', { book: firm.currency, currency: value.currency })}
              digits={RATE_DIGITS}
              exact={false}
              value={value.rate}
              onChange={(rate) => set({ rate })}
              pointer="/rate"
            />
          )}
        </div>
      </div>
      <section className="card stack" aria-label={t('lines')}>
        <div className="row spread">
          <h2>{t('lines')}</h2>
          <CheckField label={t('pricesInclude')} checked={value.pricesInclude} onChange={(pricesInclude) => set({ pricesInclude })} />
        </div>
        <DocumentLines
          document={document}
          codes={codes}
          digits={digits}
          computation={computation}
          byKey={byKey}
          onChange={(next) => set({ lines: next.length > 0 ? next : [emptyItem(1, codes[0]?.code)] })}
        />
        <DocumentTotals computation={computation} digits={digits} currency={value.currency} />
      </section>
      <div className="card">
        <TextArea label={t('notes')} value={value.notes} onChange={(notes) => set({ notes })} pointer="/notes" optional rows={2} />
      </div>
      <div className="row spread">
        <span className="muted">{t('keys')}</span>
        <span className="row">
          <Button reason={maySave} busy={busy} onClick={onSave}>
            {t('saveDraft')}
          </Button>
          <Button type="submit" kind="primary" reason={mayPost} busy={busy}>
            {t('post')}
          </Button>
        </span>
      </div>
    </Form>
  );
}

/** The lines as they will be sent: each with its tax code. */
export const withCodes = (document: TypedDocument, codes: readonly TaxCode[]): TypedDocument => ({
  ...document,
  lines: document.lines.map((line) => (line.taxCode === '' && codes[0] ? { ...line, taxCode: codes[0].code } : line)),
});
