import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { billingPeriods } from '../../../domain/it/licences/licence.ts';
import { useFirmApi, useFirmList } from '../../api/queries.ts';
import type { Output, RowOf } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { latinDigits } from '../../i18n/digits.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/choice-fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Amount } from '../../ui/figure.tsx';
import { Form } from '../../ui/form.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Pairs } from '../../ui/pairs.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { accessMessages } from './access-messages.ts';
import { type ChosenHolder, HolderField, isChosen, sentHolder } from './holder-field.tsx';
import { LicenceDialog } from './licence-dialog.tsx';
import { LicenceChip, PerSeat } from './licences-page.tsx';
import { SeatsBar } from './seats-bar.tsx';

type Licence = Output<'getLicence'>;

/** A licence: who holds its seats, what each costs, and its terms one after the other. */
export default function LicencePage() {
  const t = useMessages(accessMessages);
  const { licenceId = '' } = useParams({ strict: false }) as { licenceId?: string };
  const { paths } = useFirm();
  const mayManage = useReason('licence.manage');
  const [act, setAct] = useState<'renew' | 'seat' | 'change' | undefined>(undefined);
  const read = useFirmApi('getLicence', { params: { licenceId } });
  const licence = read.data?.body;
  const up = { href: paths.licences(), label: t('licences') };
  if (!licence)
    return (
      <Page title={t('licences')} up={up}>
        {read.error ? <Problem problem={read.error} retry={() => void read.refetch()} /> : <Skeleton lines={4} height={60} />}
      </Page>
    );
  const stopped = licence.state === 'expired' || licence.state === 'upcoming';
  const noSeat = mayManage ?? (stopped ? t('notRunning') : licence.held >= licence.seats ? t('full') : undefined);
  return (
    <Page
      title={licence.product}
      up={up}
      aside={<LicenceChip state={licence.state} />}
      actions={
        <>
          <Button reason={mayManage} onClick={() => setAct('change')}>
            {t('changeSeats')}
          </Button>
          {licence.term.endsOn && (
            <Button reason={mayManage} onClick={() => setAct('renew')}>
              {t('renew')}
            </Button>
          )}
          <Button kind="primary" icon="plus" reason={noSeat} onClick={() => setAct('seat')}>
            {t('assignSeat')}
          </Button>
        </>
      }
    >
      <Facts licence={licence} />
      <Seats licence={licence} reason={mayManage} />
      <Terms licence={licence} />
      {act === 'change' && <ChangeDialog licence={licence} onClose={() => setAct(undefined)} />}
      {act === 'renew' && <LicenceDialog licence={licence} onClose={() => setAct(undefined)} />}
      {act === 'seat' && <SeatDialog licence={licence} onClose={() => setAct(undefined)} />}
    </Page>
  );
}

function Facts({ licence }: { readonly licence: Licence }) {
  const t = useMessages(accessMessages);
  const { language } = useLanguage();
  const format = useFormat();
  const { term } = licence;
  return (
    <Pairs
      label={licence.product}
      rows={[
        [t('vendor'), licence.vendor],
        [t('seats'), <SeatsBar key="seats" held={licence.held} seats={licence.seats} />],
        [t('cost'), term.cost && term.currency && <Amount value={term.cost} currency={term.currency} />],
        [t('perSeat'), term.costPerSeat && <PerSeat term={term} />],
        [t('period'), billingPeriods[term.period][language]],
        [t('endsOn'), `${term.endsOn ? format.date(term.endsOn) : t('never')}${term.autoRenew ? ` · ${t('autoRenew')}` : ''}`],
      ]}
    />
  );
}

function Seats({ licence, reason }: { readonly licence: Licence; readonly reason: string | undefined }) {
  const t = useMessages(accessMessages);
  const common = useMessages(commonMessages);
  const format = useFormat();
  const say = useToast();
  const seats = useFirmList('listSeats', { params: { licenceId: licence.id } });
  const release = useFirmSubmit('releaseSeat');
  const nameOf = ({ holder, asset }: RowOf<'listSeats'>): string => holder?.name ?? asset?.tag ?? '';
  const free = async (seat: RowOf<'listSeats'>) => {
    if (await release.send({ params: { licenceId: licence.id, seatId: seat.id } })) say(t('released', { name: nameOf(seat) }));
  };
  return (
    <section className="stack" aria-label={t('holders')}>
      <h2>{t('holders')}</h2>
      <Problem problem={seats.problem ?? release.problem} retry={seats.retry} />
      {seats.pending && <Skeleton lines={3} height={40} />}
      {!seats.pending && seats.rows.length === 0 && <p className="muted">{t('nobodyHolds')}</p>}
      {seats.rows.length > 0 && (
        <Scrolls label={t('holders')}>
          <table className="table stacks">
            <thead>
              <tr>
                <th scope="col">{t('holder')}</th>
                <th scope="col">{t('assigned')}</th>
                <th scope="col">
                  <span className="visually-hidden">{common('actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {seats.rows.map((seat) => (
                <tr key={seat.id}>
                  <th scope="row">
                    <bdi>{nameOf(seat)}</bdi>
                  </th>
                  <td>{format.instant(seat.assignedAt)}</td>
                  <td className="actions">
                    <Button size="small" reason={reason} aria-label={t('releaseNamed', { name: nameOf(seat) })} onClick={() => void free(seat)}>
                      {t('release')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolls>
      )}
      {seats.hasMore && <Button onClick={seats.loadMore}>{common('more')}</Button>}
    </section>
  );
}

function Terms({ licence }: { readonly licence: Licence }) {
  const t = useMessages(accessMessages);
  const format = useFormat();
  return (
    <section className="stack" aria-label={t('terms')}>
      <h2>{t('terms')}</h2>
      <Scrolls label={t('terms')}>
        <table className="table stacks">
          <thead>
            <tr>
              <th scope="col">{t('startsOn')}</th>
              <th scope="col">{t('endsOn')}</th>
              <th scope="col" className="figure">
                {t('seats')}
              </th>
              <th scope="col">{t('cost')}</th>
              <th scope="col">{t('perSeat')}</th>
            </tr>
          </thead>
          <tbody>
            {licence.terms.toReversed().map((term) => (
              <tr key={term.startsOn}>
                <th scope="row">{format.date(term.startsOn)}</th>
                <td>{term.endsOn ? format.date(term.endsOn) : t('never')}</td>
                <td className="figure">{format.number(term.seats)}</td>
                <td>{term.cost && term.currency && <Amount value={term.cost} currency={term.currency} />}</td>
                <td>
                  <PerSeat term={term} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
    </section>
  );
}

/** Buys or gives back seats of the last term: never below those held. */
function ChangeDialog({ licence, onClose }: { readonly licence: Licence; readonly onClose: () => void }) {
  const t = useMessages(accessMessages);
  const common = useMessages(commonMessages);
  const [seats, setSeats] = useState(String(licence.term.seats));
  const [autoRenew, setAutoRenew] = useState(licence.term.autoRenew);
  const change = useFirmSubmit('changeLicence');
  const count = Number(latinDigits(seats.trim()));
  const missing = Number.isSafeInteger(count) && count > 0 ? undefined : t('whole');
  const send = async () => {
    if (missing !== undefined) return;
    if (await change.send({ params: { licenceId: licence.id }, body: { seats: count, autoRenew } }, `"${licence.version}"`)) onClose();
  };
  return (
    <Dialog title={licence.product} onClose={onClose}>
      <Form problem={change.problem} onSubmit={() => void send()}>
        <TextField label={t('seats')} latin inputMode="numeric" value={seats} onChange={setSeats} pointer="/seats" />
        <CheckField label={t('autoRenew')} hint={t('autoRenewHint')} checked={autoRenew} onChange={setAutoRenew} />
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="primary" reason={missing} busy={change.pending}>
            {common('save')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

function SeatDialog({ licence, onClose }: { readonly licence: Licence; readonly onClose: () => void }) {
  const t = useMessages(accessMessages);
  const common = useMessages(commonMessages);
  const say = useToast();
  const [holder, setHolder] = useState<ChosenHolder>({});
  const assign = useFirmSubmit('assignSeat');
  const missing = isChosen(holder) ? undefined : common('required');
  const send = async () => {
    if (missing !== undefined) return;
    const made = await assign.send({ params: { licenceId: licence.id }, body: { holder: sentHolder(holder) } });
    if (!made) return;
    say(t('given', { name: made.body.holder?.name ?? '' }));
    onClose();
  };
  return (
    <Dialog title={t('assignSeat')} onClose={onClose}>
      <Form problem={assign.problem} onSubmit={() => void send()}>
        <HolderField label={t('holder')} value={holder} onChange={setHolder} pointer="/holder/user" />
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="primary" reason={missing} busy={assign.pending}>
            {t('assignSeat')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
