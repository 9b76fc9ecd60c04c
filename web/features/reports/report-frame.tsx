import { type ReactNode, useState } from 'react';
import { saveFile } from '../../api/client.ts';
import { ProblemError } from '../../api/problem.ts';
import { inFirm } from '../../api/queries.ts';
import type { FirmInput, ReadName } from '../../api/route-types.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { reportMessages } from './report-messages.ts';

interface ReportFrameProps {
  readonly title: string;
  /** In words: for whom or when. Printed under the firm's name. */
  readonly about: string;
  readonly seq: number | undefined;
  readonly problem: ProblemError | undefined;
  readonly retry: () => void;
  readonly filters: ReactNode;
  /** The same report as a file. */
  readonly file?: { readonly name: ReadName; readonly input: object; readonly as: string };
  readonly empty: boolean;
  readonly children: ReactNode;
}

/** What every report has around it: its filters, its files, its print, and the entry up to which it is exact. */
export function ReportFrame({ title, about, seq, problem, retry, filters, file, empty, children }: ReportFrameProps) {
  const t = useMessages(reportMessages);
  const common = useMessages(commonMessages);
  const format = useFormat();
  const { id, name, paths } = useFirm();
  const [failed, setFailed] = useState<ProblemError | undefined>(undefined);
  const [saving, setSaving] = useState<string | undefined>(undefined);

  const save = async (kind: 'csv' | 'xlsx') => {
    if (!file) return;
    setFailed(undefined);
    setSaving(kind);
    const input = file.input as { query?: object };
    try {
      await saveFile(
        file.name,
        inFirm(id, { ...input, query: { ...input.query, format: kind } } as unknown as FirmInput<ReadName>),
        `${file.as}.${kind}`,
      );
    } catch (cause) {
      if (cause instanceof ProblemError) setFailed(cause);
      else throw cause;
    } finally {
      setSaving(undefined);
    }
  };
  return (
    <Page
      title={title}
      up={{ href: paths.reports(), label: t('title') }}
      actions={
        <>
          {file && (
            <>
              <Button icon="download" busy={saving === 'csv'} onClick={() => void save('csv')}>
                {t('csv')}
              </Button>
              <Button icon="download" busy={saving === 'xlsx'} onClick={() => void save('xlsx')}>
                {t('xlsx')}
              </Button>
            </>
          )}
          <Button icon="print" onClick={() => window.print()}>
            {t('print')}
          </Button>
        </>
      }
    >
      <p className="print-only strong">
        <bdi>{name}</bdi>
      </p>
      <div className="filters no-print">{filters}</div>
      <Problem problem={failed ?? problem} retry={retry} />
      <p className="muted">
        {about}
        {seq !== undefined && (
          <>
            {' · '}
            <span>{common('exactAt', { seq: format.number(seq) })}</span>
          </>
        )}
      </p>
      {seq === undefined && !problem && <Skeleton lines={10} height={34} />}
      {seq !== undefined && empty && <EmptyState title={t('nothing')}>{t('nothingHint')}</EmptyState>}
      {seq !== undefined && !empty && children}
    </Page>
  );
}
