import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { risks } from '../../../domain/it/access/access.ts';
import { saveFile } from '../../api/client.ts';
import { ProblemError } from '../../api/problem.ts';
import { inFirm, useFirmList } from '../../api/queries.ts';
import type { RowOf } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { useSearchState } from '../../shell/search-state.ts';
import { usePaused } from '../../shell/use-paused.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { ButtonLink, splitHref } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { RequestDialog, SystemDialog } from './access-dialogs.tsx';
import { accessMessages } from './access-messages.ts';
import { GrantTable } from './grant-table.tsx';

type System = RowOf<'listSystems'>;
const SEARCH = { system: '', person: '' };

/** The systems and when each is reviewed; who has what where, by system or by person. */
export default function AccessPage() {
  const t = useMessages(accessMessages);
  const { id, paths } = useFirm();
  const reason = useReason('access.manage');
  const [search, setSearch] = useSearchState(SEARCH);
  const [typed, setTyped] = useState(search.person);
  const [dialog, setDialog] = useState<'system' | 'request' | undefined>(undefined);
  const [failed, setFailed] = useState<ProblemError | undefined>(undefined);
  const person = usePaused(typed.trim());
  const systems = useFirmList('listSystems', { query: { limit: 200 } });
  const query = { ...(search.system && { system: search.system }), ...(person && { person }) };
  const grants = useFirmList('listGrants', { query });
  const save = async () => {
    try {
      await saveFile('exportGrants', inFirm(id, { query }), 'access.csv');
    } catch (problem) {
      if (!(problem instanceof ProblemError)) throw problem;
      setFailed(problem);
    }
  };
  const noSystem = reason ?? (systems.rows.length === 0 ? t('noSystems') : undefined);
  return (
    <Page
      title={t('access')}
      actions={
        <>
          <ButtonLink href={paths.leavers()}>{t('leavers')}</ButtonLink>
          <Button icon="download" onClick={() => void save()}>
            {t('exportCsv')}
          </Button>
          <Button reason={reason} onClick={() => setDialog('system')}>
            {t('newSystem')}
          </Button>
          <Button kind="primary" icon="plus" reason={noSystem} onClick={() => setDialog('request')}>
            {t('request')}
          </Button>
        </>
      }
    >
      <Problem problem={failed ?? systems.problem ?? grants.problem} retry={systems.retry} />
      {systems.pending && <Skeleton lines={3} height={46} />}
      {!systems.pending && systems.rows.length === 0 && <EmptyState title={t('noSystems')}>{t('noSystemsHint')}</EmptyState>}
      {systems.rows.length > 0 && <Systems rows={systems.rows} reason={reason} />}
      <h2>{t('grants')}</h2>
      <div className="filters">
        <SelectField
          label={t('system')}
          value={search.system}
          onChange={(system) => setSearch({ system })}
          choices={[{ value: '', label: t('anySystem') }, ...systems.rows.map((system) => ({ value: system.id as string, label: system.name }))]}
        />
        <TextField
          label={t('findPerson')}
          type="search"
          value={typed}
          onChange={(next) => {
            setTyped(next);
            setSearch({ person: next });
          }}
        />
      </div>
      {grants.pending ? <Skeleton lines={4} height={40} /> : <GrantTable rows={grants.rows} hasMore={grants.hasMore} loadMore={grants.loadMore} />}
      {dialog === 'system' && <SystemDialog onClose={() => setDialog(undefined)} />}
      {dialog === 'request' && <RequestDialog systems={systems.rows} onClose={() => setDialog(undefined)} />}
    </Page>
  );
}

function Systems({ rows, reason }: { readonly rows: readonly System[]; readonly reason: string | undefined }) {
  const t = useMessages(accessMessages);
  const common = useMessages(commonMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const { paths } = useFirm();
  const navigate = useNavigate();
  const start = useFirmSubmit('startReview');
  const begin = async (system: System) => {
    const made = await start.send({ body: { system: system.id } });
    if (made) await navigate(splitHref(paths.accessReview(made.body.id)));
  };
  return (
    <>
      <Problem problem={start.problem} />
      <Scrolls label={t('systems')}>
        <table className="table stacks">
          <thead>
            <tr>
              <th scope="col">{t('system')}</th>
              <th scope="col">{t('owner')}</th>
              <th scope="col">{t('risk')}</th>
              <th scope="col">{t('reviewOn')}</th>
              <th scope="col">
                <span className="visually-hidden">{common('actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((system) => (
              <tr key={system.id}>
                <th scope="row">
                  <bdi>{system.name}</bdi>
                </th>
                <td>
                  <bdi>{system.owner.name}</bdi>
                </td>
                <td>{risks[system.risk][language]}</td>
                <td>
                  {format.date(system.reviewOn)} {system.reviewOverdue && <Chip tone="bad">{t('overdue')}</Chip>}
                </td>
                <td className="actions">
                  {system.review ? (
                    <ButtonLink size="small" href={paths.accessReview(system.review)}>
                      {t('openReview')}
                    </ButtonLink>
                  ) : (
                    <Button size="small" reason={reason} aria-label={`${t('startReview')}: ${system.name}`} onClick={() => void begin(system)}>
                      {t('startReview')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
    </>
  );
}
