import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { type ImportState, importCan } from '../../../domain/accounting/imports/import-job.ts';
import { useFirmApi } from '../../api/queries.ts';
import type { Output } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { Notice, Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { Faults } from './faults.tsx';
import { ImportChip } from './import-chip.tsx';
import { formatNames, importMessages } from './import-messages.ts';
import { changed, type Options, unchanged } from './import-options.ts';
import { AccountOptions, CommodityOptions } from './option-tables.tsx';

type Import = Output<'getImport'>;
const POLL_MS = 900;
const working: readonly ImportState[] = ['uploading', 'checking', 'running'];
const allowed = (act: keyof typeof importCan, state: ImportState): boolean => (importCan[act] as readonly ImportState[]).includes(state);

export default function ImportPage() {
  const t = useMessages(importMessages);
  const { importId = '' } = useParams({ strict: false }) as { importId?: string };
  const { paths } = useFirm();
  const [poll, setPoll] = useState(true);
  const read = useFirmApi('getImport', { params: { importId } }, { refetchInterval: poll ? POLL_MS : false, staleTime: 0 });
  const job = read.data?.body;
  const isWorking = job === undefined || working.includes(job.state);
  if (isWorking !== poll) setPoll(isWorking);
  if (job) return <ImportInFull key={job.id} job={job} />;
  return (
    <Page title={t('title')} up={{ href: paths.imports(), label: t('title') }}>
      {read.error ? <Problem problem={read.error} retry={() => void read.refetch()} /> : <Skeleton lines={4} height={60} />}
    </Page>
  );
}

/** An import from its preview to its end: nothing is written before it was seen, and all of it or nothing. */
function ImportInFull({ job }: { readonly job: Import }) {
  const t = useMessages(importMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const { paths } = useFirm();
  const [options, setOptions] = useState<Options>(unchanged);
  const check = useFirmSubmit('checkImport');
  const start = useFirmSubmit('startImport');
  const discard = useFirmSubmit('discardImport');
  const params = { importId: job.id };
  const isChanged = changed(options);
  const mayRun = useReason('import.run');
  const mayStart = useReason('import.run', isChanged ? t('recheckFirst') : undefined);
  const { preview, state } = job;
  const total = job.progress.total ?? 0;

  const recheck = async () => {
    if (await check.send({ params, body: { options } })) setOptions(unchanged);
  };
  return (
    <Page
      title={job.name}
      up={{ href: paths.imports(), label: t('title') }}
      aside={<ImportChip state={state} />}
      actions={
        <>
          {allowed('discard', state) && (
            <Button reason={mayRun} busy={discard.pending} onClick={() => void discard.send({ params })}>
              {t('discard')}
            </Button>
          )}
          {allowed('check', state) && isChanged && (
            <Button reason={mayRun} busy={check.pending} onClick={() => void recheck()}>
              {t('recheck')}
            </Button>
          )}
          {allowed('start', state) && (
            <Button kind="primary" reason={mayStart} busy={start.pending} onClick={() => void start.send({ params })}>
              {t('start')}
            </Button>
          )}
        </>
      }
    >
      <Problem problem={check.problem ?? start.problem ?? discard.problem} />
      {state === 'checking' && <Notice>{t('checking')}</Notice>}
      {state === 'running' && (
        <Notice>
          <p>{t('running', { written: format.number(job.progress.written), total: format.number(total) })}</p>
          <div
            className="progress"
            role="progressbar"
            aria-label={t('title')}
            aria-valuemin={0}
            aria-valuemax={total}
            aria-valuenow={job.progress.written}
          >
            <div style={{ inlineSize: `${total ? (job.progress.written / total) * 100 : 0}%` }} />
          </div>
        </Notice>
      )}
      {state === 'done' && (
        <Notice
          tone="good"
          action={
            <>
              {job.format === 'contacts-csv' ? (
                <ButtonLink href={paths.contacts()}>{t('contacts')}</ButtonLink>
              ) : (
                <ButtonLink href={paths.entries()}>{t('journal')}</ButtonLink>
              )}
              {job.format !== 'contacts-csv' && (
                <ButtonLink
                  href={paths.report('trial-balance', preview?.from && preview.to ? { from: preview.from, to: preview.to } : {})}
                  kind="primary"
                >
                  {t('trialBalance')}
                </ButtonLink>
              )}
            </>
          }
        >
          {t('done', { total: format.number(total) })}
        </Notice>
      )}
      {state === 'refused' && <Notice tone="bad">{t('refused', { count: job.faults })}</Notice>}
      {state === 'discarded' && <Notice>{t('discarded')}</Notice>}
      <dl className="card pairs" aria-label={t('summary')}>
        <dt>{t('format')}</dt>
        <dd>{formatNames[job.format][language]}</dd>
        {preview && (
          <>
            <dt>{t('entries')}</dt>
            <dd>{format.number(preview.entries)}</dd>
            <dt>{t('rows')}</dt>
            <dd>{format.number(preview.lines)}</dd>
          </>
        )}
        {preview?.from && preview.to && (
          <>
            <dt>{t('range')}</dt>
            <dd>{`${format.date(preview.from)} – ${format.date(preview.to)}`}</dd>
          </>
        )}
        <dt>{t('by')}</dt>
        <dd>
          <bdi>{job.createdBy.name}</bdi> · {format.instant(job.createdAt)}
        </dd>
      </dl>
      {preview && preview.faults.length > 0 && <Faults faults={preview.faults} more={preview.moreFaults} />}
      {preview && allowed('check', state) && <AccountOptions accounts={preview.accounts} options={options} onChange={setOptions} />}
      {preview && preview.commodities.length > 0 && (
        <CommodityOptions commodities={preview.commodities} options={options} onChange={allowed('check', state) ? setOptions : undefined} />
      )}
    </Page>
  );
}
