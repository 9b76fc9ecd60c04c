import { useState } from 'react';
import { useFirmApi } from '../../api/queries.ts';
import type { Output } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { useSearchState } from '../../shell/search-state.ts';
import { Button } from '../../ui/button.tsx';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { DropFile } from '../../ui/drop-file.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { Notice, Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { itMessages } from './it-messages.ts';

type Discovery = Output<'getDiscovery'>;
type Outcome = Discovery['preview'][number]['outcome'];
const SEARCH = { file: '' };
const POLL_MS = 700;
const outcomes: readonly Outcome[] = ['new', 'changed', 'same', 'conflict', 'invalid'];
const tones: Readonly<Record<Outcome, Tone>> = { new: 'good', changed: 'info', same: 'plain', conflict: 'warn', invalid: 'bad' };

/** Takes a file of discovered devices, shows what it would do line by line, and does it once somebody says so. */
export default function DiscoverPage() {
  const t = useMessages(itMessages);
  const { paths } = useFirm();
  const [search, setSearch] = useSearchState(SEARCH);
  const [file, setFile] = useState<File | undefined>(undefined);
  const preview = useFirmSubmit('previewDiscovery');
  const read = useFirmApi('getDiscovery', { params: { discoveryId: search.file } }, { enabled: search.file !== '', refetchInterval: POLL_MS });
  const take = async (next: File) => {
    setFile(next);
    const typed = new File([next], next.name, { type: 'text/csv' });
    const made = await preview.send({ query: { name: next.name.slice(0, 200) }, file: typed });
    if (made) setSearch({ file: made.body.id });
  };
  const found = search.file === '' ? undefined : read.data?.body;
  return (
    <Page title={t('discover')} up={{ href: paths.assets(), label: t('assets') }}>
      <OnlyFor permission="asset.manage">
        <Problem problem={preview.problem ?? read.error ?? undefined} retry={file && (() => void take(file))} />
        <DropFile label={t('dropDevices')} hint={t('dropHint')} accept=".csv,text/csv" busy={preview.pending} onFile={(next) => void take(next)} />
        {search.file !== '' && !found && !read.error && <Skeleton lines={4} height={40} />}
        {found && <Preview found={found} />}
      </OnlyFor>
    </Page>
  );
}

function Preview({ found }: { readonly found: Discovery }) {
  const t = useMessages(itMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const { paths } = useFirm();
  const apply = useFirmSubmit('applyDiscovery');
  const { done } = found;
  const names = {
    serial: t('serial'),
    tag: t('tag'),
    hostName: t('name'),
    model: t('model'),
    os: 'OS',
    lastSeen: t('seen'),
    category: t('category'),
    location: t('location'),
  };
  const nameOf = (field: string): string => Object.entries(names).find(([key]) => key === field)?.[1] ?? field;
  return (
    <>
      <section className="card stack" aria-label={found.name}>
        <h2>
          <bdi>{found.name}</bdi>
        </h2>
        <div className="row">
          {outcomes.map((outcome) => (
            <Chip key={outcome} tone={tones[outcome]}>
              {t(outcome)}: {format.number(found.counts[outcome])}
            </Chip>
          ))}
        </div>
        <p className="muted">
          {t('columnsRead')}: <bdi>{found.columns.flatMap(({ column, field }) => (field ? [`${column} → ${nameOf(field)}`] : [])).join(' · ')}</bdi>
        </p>
        <Problem problem={apply.problem} />
        {found.state === 'previewed' && (
          <div className="row">
            <Button kind="primary" busy={apply.pending} onClick={() => void apply.send({ params: { discoveryId: found.id } })}>
              {t('apply')}
            </Button>
          </div>
        )}
        {found.state === 'running' && <Notice>{t('applying', { done: format.number(done.lines), total: format.number(found.lines) })}</Notice>}
        {found.state === 'done' && (
          <Notice tone="good" action={<ButtonLink href={paths.assets()}>{t('assets')}</ButtonLink>}>
            {t('appliedNow', { created: done.created, changed: done.changed, same: done.same, left: done.left })}
          </Notice>
        )}
      </section>
      <Scrolls label={t('outcome')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col" className="figure">
                {t('line')}
              </th>
              <th scope="col">{t('outcome')}</th>
              <th scope="col">{t('device')}</th>
              <th scope="col">{t('details')}</th>
            </tr>
          </thead>
          <tbody>
            {found.preview.map((row) => (
              <tr key={row.line}>
                <td className="figure">{format.number(row.line)}</td>
                <td>
                  <Chip tone={tones[row.outcome]}>{t(row.outcome)}</Chip>
                </td>
                <td>
                  <bdi>{[row.tag, row.device].filter(Boolean).join(' · ')}</bdi>
                </td>
                <td>
                  {row.why?.[language]}
                  {row.changes.map(({ field, from, to }) => (
                    <div key={field}>
                      {nameOf(field)}: <bdi className="muted">{from ?? '–'}</bdi> → <bdi>{to}</bdi>
                    </div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
    </>
  );
}
