import { useState } from 'react';
import { type LicenceState, licenceStates } from '../../../domain/it/licences/licence.ts';
import { useFirmList } from '../../api/queries.ts';
import type { RowOf } from '../../api/route-types.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { Amount } from '../../ui/figure.tsx';
import { Link } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { accessMessages } from './access-messages.ts';
import { LicenceDialog } from './licence-dialog.tsx';
import { SeatsBar } from './seats-bar.tsx';

const tones: Readonly<Record<LicenceState, Tone>> = { upcoming: 'plain', active: 'good', expiring: 'warn', expired: 'bad' };
export function LicenceChip({ state }: { readonly state: LicenceState }) {
  const { language } = useLanguage();
  return <Chip tone={tones[state]}>{licenceStates[state][language]}</Chip>;
}

/** What one seat costs, to the last unit. */
export function PerSeat({ term }: { readonly term: RowOf<'listLicences'>['term'] }) {
  const t = useMessages(accessMessages);
  const format = useFormat();
  const { costPerSeat: per, currency } = term;
  if (!per || currency === null) return null;
  return (
    <>
      <Amount value={per.each} currency={currency} />
      {!/^0(\.0*)?$/.test(per.left) && <span className="muted"> {t('leftOver', { amount: format.amount(per.left) })}</span>}
    </>
  );
}

export default function LicencesPage() {
  const t = useMessages(accessMessages);
  const common = useMessages(commonMessages);
  const format = useFormat();
  const { paths } = useFirm();
  const reason = useReason('licence.manage');
  const [adding, setAdding] = useState(false);
  const licences = useFirmList('listLicences', {});
  return (
    <Page
      title={t('licences')}
      actions={
        <Button kind="primary" icon="plus" reason={reason} onClick={() => setAdding(true)}>
          {t('newLicence')}
        </Button>
      }
    >
      <Problem problem={licences.problem} retry={licences.retry} />
      {licences.pending && <Skeleton lines={5} height={46} />}
      {!licences.pending && !licences.problem && licences.rows.length === 0 && <EmptyState title={t('noLicences')}>{t('noLicencesHint')}</EmptyState>}
      {licences.rows.length > 0 && (
        <Scrolls label={t('licences')}>
          <table className="table stacks">
            <thead>
              <tr>
                <th scope="col">{t('product')}</th>
                <th scope="col">{t('state')}</th>
                <th scope="col">{t('seats')}</th>
                <th scope="col">{t('perSeat')}</th>
                <th scope="col">{t('endsOn')}</th>
              </tr>
            </thead>
            <tbody>
              {licences.rows.map((licence) => (
                <tr key={licence.id}>
                  <th scope="row">
                    <Link href={paths.licence(licence.id)}>
                      <bdi>{licence.product}</bdi>
                    </Link>{' '}
                    <bdi className="muted">{licence.vendor}</bdi>
                  </th>
                  <td>
                    <LicenceChip state={licence.state} />
                  </td>
                  <td>
                    <SeatsBar held={licence.held} seats={licence.seats} />
                  </td>
                  <td>
                    <PerSeat term={licence.term} />
                  </td>
                  <td>
                    {licence.term.endsOn ? format.date(licence.term.endsOn) : t('never')} {licence.term.autoRenew && <Chip>{t('autoRenew')}</Chip>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolls>
      )}
      {licences.hasMore && <Button onClick={licences.loadMore}>{common('more')}</Button>}
      {adding && <LicenceDialog onClose={() => setAdding(false)} />}
    </Page>
  );
}
