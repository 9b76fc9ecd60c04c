import { useFirmApi } from '../../api/queries.ts';
import type { Output } from '../../api/route-types.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { oneOf, useSearchState } from '../../shell/search-state.ts';
import { ButtonLink } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { settingsMessages } from './desk-settings-messages.ts';
import { FormsPart } from './forms-part.tsx';
import { HoursPart } from './hours-part.tsx';
import { QueuesPart } from './queues-part.tsx';
import { TargetsPart } from './targets-part.tsx';

export type WorkSettings = Output<'readWorkSettings'>;
export interface PartProps {
  readonly settings: WorkSettings;
  readonly etag: string | undefined;
}
const parts = { queues: QueuesPart, hours: HoursPart, targets: TargetsPart, forms: FormsPart } as const;
const partNames = ['queues', 'hours', 'targets', 'forms'] as const;
const SEARCH = { part: 'queues' };

/** How the desk is set up: where cases wait, when it is open, what it promises, what its forms ask for. */
export default function DeskSettingsPage() {
  const t = useMessages(settingsMessages);
  const { paths } = useFirm();
  const [search] = useSearchState(SEARCH);
  const part = oneOf(partNames, search.part) ?? 'queues';
  const read = useFirmApi('readWorkSettings', {});
  const Part = parts[part];
  return (
    <Page title={t('title')}>
      <nav className="row" aria-label={t('parts')}>
        {partNames.map((name) => (
          <ButtonLink
            key={name}
            href={paths.deskSettings(name === 'queues' ? {} : { part: name })}
            kind={name === part ? 'primary' : 'secondary'}
            aria-current={name === part ? 'page' : undefined}
            activeProps={{}}
          >
            {t(name)}
          </ButtonLink>
        ))}
        <ButtonLink href={paths.deskMail()}>{t('mail')}</ButtonLink>
      </nav>
      <Problem problem={read.error ?? undefined} retry={() => void read.refetch()} />
      {read.isPending && <Skeleton lines={4} height={80} />}
      <OnlyFor permission="desk.manage">
        {read.data && <Part key={`${part} ${read.data.body.version}`} settings={read.data.body} etag={read.data.etag} />}
      </OnlyFor>
    </Page>
  );
}
