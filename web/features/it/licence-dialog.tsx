import { useState } from 'react';
import { type BillingPeriod, billingPeriods } from '../../../domain/it/licences/licence.ts';
import { addDays, addMonths } from '../../../domain/kernel/dates.ts';
import type { Output } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { latinDigits } from '../../i18n/digits.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { AmountField } from '../../ui/amount-field.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckField, SelectField } from '../../ui/choice-fields.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraft } from '../../ui/draft.ts';
import { Form } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { accessMessages } from './access-messages.ts';
import { itMessages } from './it-messages.ts';

const periods = Object.keys(billingPeriods) as readonly BillingPeriod[];

/** A new licence with its first term, or the next term of one that is there. */
export function LicenceDialog({ licence, onClose }: { readonly licence?: Output<'getLicence'>; readonly onClose: () => void }) {
  const t = useMessages(accessMessages);
  const common = useMessages(commonMessages);
  const words = useMessages(itMessages);
  const { language } = useLanguage();
  const firm = useFirm();
  const say = useToast();
  const last = licence?.term;
  const startsOn = last?.endsOn ? addDays(last.endsOn, 1) : firm.today();
  const currency = last?.currency ?? firm.currency;
  const [whole] = useState(() => startsOn);
  const draft = useDraft(firm.owner, licence ? `licence/${licence.id}/renew/${licence.version}` : 'licence/new', () => ({
    product: licence?.product ?? '',
    vendor: licence?.vendor ?? '',
    startsOn: whole,
    endsOn: addDays(addMonths(whole, 12), -1),
    seats: String(last?.seats ?? 1),
    cost: last?.cost ?? '',
    period: last?.period ?? ('year' as BillingPeriod),
    autoRenew: last?.autoRenew ?? false,
  }));
  const { value, set } = draft;
  const add = useFirmSubmit('addLicence', { keeper: draft });
  const renew = useFirmSubmit('renewLicence', { keeper: draft });
  const seats = /^\d{1,5}$/.test(latinDigits(value.seats.trim())) ? Number(latinDigits(value.seats.trim())) : 0;
  const missing = value.product.trim() === '' || value.startsOn === '' ? common('required') : seats < 1 ? t('whole') : undefined;
  const send = async () => {
    if (missing !== undefined) return;
    const term = {
      startsOn: value.startsOn,
      ...(value.endsOn !== '' && { endsOn: value.endsOn }),
      seats,
      ...(value.cost !== '' && { cost: value.cost, currency }),
      period: value.period,
      autoRenew: value.autoRenew,
    };
    const done = licence
      ? await renew.send({ params: { licenceId: licence.id }, body: term })
      : await add.send({ body: { product: value.product.trim(), ...(value.vendor.trim() !== '' && { vendor: value.vendor.trim() }), ...term } });
    if (!done) return;
    draft.discard();
    say(licence ? t('renewed', { product: done.body.product }) : words('saved', { name: done.body.product }));
    onClose();
  };
  return (
    <Dialog title={licence ? t('renewNamed', { product: licence.product }) : t('newLicence')} onClose={onClose} wide>
      <Form problem={add.problem ?? renew.problem} onSubmit={() => void send()} draft={draft}>
        {!licence && (
          <div className="columns">
            <TextField
              label={t('product')}
              value={value.product}
              onChange={(product) => set({ product })}
              pointer="/product"
              autoComplete="off"
              required
            />
            <TextField
              label={t('vendor')}
              value={value.vendor}
              onChange={(vendor) => set({ vendor })}
              pointer="/vendor"
              autoComplete="off"
              optional
            />
          </div>
        )}
        <div className="columns">
          <TextField label={t('seats')} latin inputMode="numeric" value={value.seats} onChange={(next) => set({ seats: next })} pointer="/seats" />
          <AmountField
            label={`${t('cost')} (${currency})`}
            value={value.cost}
            onChange={(cost) => set({ cost })}
            digits={firm.digits}
            pointer="/cost"
            optional
          />
          <SelectField
            label={t('period')}
            value={value.period}
            onChange={(period) => set({ period })}
            pointer="/period"
            choices={periods.map((code) => ({ value: code, label: billingPeriods[code][language] }))}
          />
        </div>
        <div className="columns">
          <DateField label={t('startsOn')} value={value.startsOn} onChange={(next) => set({ startsOn: next })} pointer="/startsOn" />
          <DateField label={t('endsOn')} value={value.endsOn} onChange={(endsOn) => set({ endsOn })} pointer="/endsOn" />
        </div>
        <CheckField label={t('autoRenew')} hint={t('autoRenewHint')} checked={value.autoRenew} onChange={(autoRenew) => set({ autoRenew })} />
        {!licence && <p className="muted">{t('secret')}</p>}
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="primary" reason={missing} busy={add.pending || renew.pending}>
            {licence ? t('renew') : common('save')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
