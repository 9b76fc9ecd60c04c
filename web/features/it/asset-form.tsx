import { assetCategories, assetCategoryNames } from '../../../domain/it/assets/asset.ts';
import { useFirmApi } from '../../api/queries.ts';
import type { Output } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { latinDigits } from '../../i18n/digits.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { oneOf } from '../../shell/search-state.ts';
import { AmountField } from '../../ui/amount-field.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { useDraft } from '../../ui/draft.ts';
import { Form } from '../../ui/form.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { itMessages } from './it-messages.ts';

export type Asset = Output<'getAsset'>;

interface AssetFormProps {
  readonly asset?: Asset | undefined;
  readonly onSaved: (asset: { readonly id: string; readonly tag: string }) => void;
  readonly onCancel: () => void;
}

/** What is written of an asset. What is left empty is not known, and can be added later. */
export function AssetForm({ asset, onSaved, onCancel }: AssetFormProps) {
  const t = useMessages(itMessages);
  const common = useMessages(commonMessages);
  const { language } = useLanguage();
  const firm = useFirm();
  const nextTag = useFirmApi('nextTag', {}, { enabled: asset === undefined });
  const draft = useDraft(firm.owner, asset ? `asset/${asset.id}/${asset.version}` : 'asset/new', () => ({
    tag: asset?.tag ?? '',
    serial: asset?.serial ?? '',
    name: asset?.name ?? '',
    category: oneOf(assetCategoryNames, asset?.category ?? '') ?? ('laptop' as const),
    model: asset?.model ?? '',
    location: asset?.location ?? '',
    on: asset?.purchase?.on ?? '',
    cost: asset?.purchase?.cost ?? '',
    supplier: asset?.purchase?.supplier ?? '',
    invoice: asset?.purchase?.invoice ?? '',
    warranty: asset?.warrantyEndsOn ?? '',
    account: asset?.account ?? '',
    notes: asset?.notes ?? '',
  }));
  const add = useFirmSubmit('addAsset', { keeper: draft });
  const change = useFirmSubmit('changeAsset', { keeper: draft });
  const { value, set } = draft;
  const reason = useReason('asset.manage', value.name.trim() === '' ? common('required') : undefined);

  const save = async () => {
    if (reason !== undefined) return;
    const texts = {
      serial: value.serial.trim(),
      model: value.model.trim(),
      location: value.location.trim(),
      warrantyEndsOn: value.warranty,
      account: latinDigits(value.account.trim()),
      notes: value.notes.trim(),
    };
    const bought = Object.fromEntries(
      Object.entries({ on: value.on, cost: value.cost, supplier: value.supplier.trim(), invoice: value.invoice.trim() }).filter(
        ([, text]) => text !== '',
      ),
    );
    const hasPurchase = Object.keys(bought).length > 0;
    const shared = { name: value.name.trim(), category: value.category, ...(value.tag.trim() !== '' && { tag: value.tag.trim() }) };
    const answer = asset
      ? await change.send(
          {
            params: { assetId: asset.id },
            body: {
              ...shared,
              ...Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text || null])),
              purchase: hasPurchase
                ? { ...bought, ...(asset.purchase?.currency && bought.cost !== undefined && { currency: asset.purchase.currency }) }
                : null,
            },
          },
          `"${asset.version}"`,
        )
      : await add.send({
          body: {
            ...shared,
            ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')),
            ...(hasPurchase && { purchase: bought }),
          },
        });
    if (!answer) return;
    draft.discard();
    onSaved(answer.body);
  };
  return (
    <Form
      problem={add.problem ?? change.problem}
      onSubmit={() => void save()}
      draft={draft}
      label={asset ? t('editAsset', { tag: asset.tag }) : t('newAsset')}
    >
      <div className="columns">
        <TextField label={t('name')} value={value.name} onChange={(name) => set({ name })} pointer="/name" autoComplete="off" required />
        <SelectField
          label={t('category')}
          value={value.category}
          onChange={(category) => set({ category })}
          pointer="/category"
          choices={assetCategoryNames.map((code) => ({ value: code, label: assetCategories[code][language] }))}
        />
        <TextField label={t('model')} value={value.model} onChange={(model) => set({ model })} pointer="/model" autoComplete="off" optional />
      </div>
      <div className="columns">
        <TextField
          label={t('tag')}
          latin
          value={value.tag}
          onChange={(tag) => set({ tag })}
          pointer="/tag"
          autoComplete="off"
          hint={nextTag.data && t('tagHint', { tag: nextTag.data.body.tag })}
        />
        <TextField
          label={t('serial')}
          latin
          value={value.serial}
          onChange={(serial) => set({ serial })}
          pointer="/serial"
          autoComplete="off"
          optional
        />
        <TextField
          label={t('location')}
          value={value.location}
          onChange={(location) => set({ location })}
          pointer="/location"
          autoComplete="off"
          optional
        />
      </div>
      <div className="columns">
        <DateField label={t('boughtOn')} value={value.on} onChange={(on) => set({ on })} pointer="/purchase/on" />
        <AmountField
          label={`${t('cost')} (${asset?.purchase?.currency ?? firm.currency})`}
          value={value.cost}
          onChange={(cost) => set({ cost })}
          digits={firm.digits}
          pointer="/purchase/cost"
          optional
        />
        <DateField label={t('warrantyEnds')} value={value.warranty} onChange={(warranty) => set({ warranty })} pointer="/warrantyEndsOn" />
      </div>
      <div className="columns">
        <TextField label={t('supplier')} value={value.supplier} onChange={(supplier) => set({ supplier })} pointer="/purchase/supplier" optional />
        <TextField
          label={t('invoiceNumber')}
          latin
          value={value.invoice}
          onChange={(invoice) => set({ invoice })}
          pointer="/purchase/invoice"
          optional
        />
        <TextField label={t('account')} latin value={value.account} onChange={(account) => set({ account })} pointer="/account" optional />
      </div>
      <TextArea label={t('notes')} value={value.notes} onChange={(notes) => set({ notes })} pointer="/notes" optional />
      <div className="row">
        <Button type="submit" kind="primary" reason={reason} busy={add.pending || change.pending}>
          {common('save')}
        </Button>
        <Button onClick={onCancel}>{common('cancel')}</Button>
      </div>
    </Form>
  );
}
