import { useState } from 'react';
import { useFirmList } from '../../api/queries.ts';
import type { RowOf } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { latinDigits } from '../../i18n/digits.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { accessMessages } from './access-messages.ts';
import { type ChosenHolder, HolderField, isChosen, sentHolder } from './holder-field.tsx';
import { itMessages } from './it-messages.ts';

type Consumable = RowOf<'listConsumables'>;
type Act = { readonly kind: 'issue' | 'restock'; readonly item: Consumable } | { readonly kind: 'new' };

/** What is used up, and how much of it is left. */
export default function ConsumablesPage() {
  const t = useMessages(itMessages);
  const common = useMessages(commonMessages);
  const format = useFormat();
  const { paths } = useFirm();
  const items = useFirmList('listConsumables', {});
  const reason = useReason('asset.manage');
  const [act, setAct] = useState<Act | undefined>(undefined);
  const begin = (
    <Button kind="primary" icon="plus" reason={reason} onClick={() => setAct({ kind: 'new' })}>
      {t('newConsumable')}
    </Button>
  );
  return (
    <Page title={t('consumables')} up={{ href: paths.assets(), label: t('assets') }} actions={begin}>
      <Problem problem={items.problem} retry={items.retry} />
      {items.pending && <Skeleton lines={4} height={46} />}
      {!items.pending && !items.problem && items.rows.length === 0 && <EmptyState title={t('noConsumables')} />}
      {items.rows.length > 0 && (
        <Scrolls label={t('consumables')}>
          <table className="table stacks">
            <thead>
              <tr>
                <th scope="col">{t('name')}</th>
                <th scope="col" className="figure">
                  {t('stock')}
                </th>
                <th scope="col">{t('unit')}</th>
                <th scope="col" className="figure">
                  {t('lowAt')}
                </th>
                <th scope="col">
                  <span className="visually-hidden">{common('actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.rows.map((item) => (
                <tr key={item.id}>
                  <th scope="row">
                    <bdi>{item.name}</bdi> {item.low && <Chip tone="warn">{t('low')}</Chip>}
                  </th>
                  <td className="figure">{format.number(item.stock)}</td>
                  <td>
                    <bdi>{item.unit === 'piece' ? t('piece') : item.unit}</bdi>
                  </td>
                  <td className="figure">{format.number(item.lowAt)}</td>
                  <td className="actions">
                    <Button
                      size="small"
                      reason={reason}
                      aria-label={t('issueNamed', { name: item.name })}
                      onClick={() => setAct({ kind: 'issue', item })}
                    >
                      {t('issueItem')}
                    </Button>
                    <Button
                      size="small"
                      reason={reason}
                      aria-label={t('restockNamed', { name: item.name })}
                      onClick={() => setAct({ kind: 'restock', item })}
                    >
                      {t('restock')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolls>
      )}
      {items.hasMore && <Button onClick={items.loadMore}>{common('more')}</Button>}
      {act?.kind === 'new' && <NewDialog onClose={() => setAct(undefined)} />}
      {act && act.kind !== 'new' && <StockDialog kind={act.kind} item={act.item} onClose={() => setAct(undefined)} />}
    </Page>
  );
}

const countOf = (text: string): number => (/^\d{1,7}$/.test(latinDigits(text.trim())) ? Number(latinDigits(text.trim())) : Number.NaN);

function NewDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages(itMessages);
  const common = useMessages(commonMessages);
  const say = useToast();
  const [value, setValue] = useState({ name: '', unit: '', stock: '0', lowAt: '0' });
  const add = useFirmSubmit('addConsumable');
  const missing = value.name.trim() === '' ? common('required') : undefined;
  const send = async () => {
    if (missing !== undefined) return;
    const unit = value.unit.trim() === '' ? {} : { unit: value.unit.trim() };
    const made = await add.send({ body: { name: value.name.trim(), ...unit, stock: countOf(value.stock), lowAt: countOf(value.lowAt) } });
    if (!made) return;
    say(t('saved', { name: made.body.name }));
    onClose();
  };
  return (
    <Dialog title={t('newConsumable')} onClose={onClose}>
      <Form problem={add.problem} onSubmit={() => void send()}>
        <TextField
          label={t('name')}
          value={value.name}
          onChange={(name) => setValue({ ...value, name })}
          pointer="/name"
          autoComplete="off"
          required
        />
        <TextField
          label={t('unit')}
          value={value.unit}
          onChange={(unit) => setValue({ ...value, unit })}
          pointer="/unit"
          placeholder={t('piece')}
          optional
        />
        <div className="columns">
          <TextField
            label={t('stock')}
            latin
            inputMode="numeric"
            value={value.stock}
            onChange={(stock) => setValue({ ...value, stock })}
            pointer="/stock"
          />
          <TextField
            label={t('lowAt')}
            latin
            inputMode="numeric"
            value={value.lowAt}
            onChange={(lowAt) => setValue({ ...value, lowAt })}
            pointer="/lowAt"
          />
        </div>
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="primary" reason={missing} busy={add.pending}>
            {common('save')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

function StockDialog({ kind, item, onClose }: { readonly kind: 'issue' | 'restock'; readonly item: Consumable; readonly onClose: () => void }) {
  const t = useMessages(itMessages);
  const access = useMessages(accessMessages);
  const common = useMessages(commonMessages);
  const format = useFormat();
  const say = useToast();
  const [quantity, setQuantity] = useState('1');
  const [holder, setHolder] = useState<ChosenHolder>({});
  const issue = useFirmSubmit('issueConsumable');
  const restock = useFirmSubmit('restockConsumable');
  const count = countOf(quantity);
  const missing = !(count > 0) ? access('whole') : kind === 'issue' && !isChosen(holder) ? common('required') : undefined;
  const send = async () => {
    if (missing !== undefined) return;
    const params = { consumableId: item.id };
    const done =
      kind === 'issue'
        ? await issue.send({ params, body: { quantity: count, to: sentHolder(holder) } })
        : await restock.send({ params, body: { quantity: count } });
    if (!done) return;
    say(t('left', { name: item.name, stock: format.number(done.body.stock) }));
    onClose();
  };
  return (
    <Dialog title={kind === 'issue' ? t('issueNamed', { name: item.name }) : t('restockNamed', { name: item.name })} onClose={onClose}>
      <Form problem={issue.problem ?? restock.problem} onSubmit={() => void send()}>
        <TextField label={t('quantity')} latin inputMode="numeric" value={quantity} onChange={setQuantity} pointer="/quantity" />
        {kind === 'issue' && <HolderField label={t('giveTo')} value={holder} onChange={setHolder} pointer="/to/user" />}
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="primary" reason={missing} busy={issue.pending || restock.pending}>
            {kind === 'issue' ? t('issueItem') : t('restock')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
