import { reportGroups } from '../../../domain/work/reports/desk-report.ts';
import type { Output } from '../../api/route-types.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { Scrolls } from '../../ui/scrolls.tsx';
import { deskReportMessages } from './desk-report-messages.ts';

type Report = Output<'readDeskReport'>;
type Line = Report['total'];

/** The lines of the report, and their total. */
export function ReportLines({ report }: { readonly report: Report }) {
  const t = useMessages(deskReportMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const share = (count: number, of: number) =>
    of === 0 ? format.number(count) : t('share', { count: format.number(count), percent: format.percent(Math.round((count * 10_000) / of)) });
  const hours = (minutes: number | null) =>
    minutes === null ? '–' : t('hours', { time: `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}` });
  const cells = (line: Line) =>
    [
      ['opened', format.number(line.opened)],
      ['resolved', format.number(line.resolved)],
      ['breached', share(line.breached, line.resolved)],
      ['first', share(line.firstContact, line.resolved)],
      ['response', hours(line.medianResponseMinutes)],
      ['resolution', hours(line.medianResolutionMinutes)],
    ].map(([key, text]) => (
      <td key={key} className="figure">
        <bdi>{text}</bdi>
      </td>
    ));
  const head = (text: string) => (
    <th scope="col" className="figure">
      {text}
    </th>
  );
  const group = Object.entries(reportGroups).find(([name]) => name === report.by)?.[1];
  return (
    <Scrolls>
      <table className="table stacks">
        <caption className="muted">{t('median')}</caption>
        <thead>
          <tr>
            <th scope="col">{group?.[language]}</th>
            {head(t('opened'))}
            {head(t('resolved'))}
            {head(t('breached'))}
            {head(t('firstContact'))}
            {head(t('response'))}
            {head(t('resolution'))}
          </tr>
        </thead>
        <tbody>
          {report.lines.map((line) => (
            <tr key={line.key ?? ''}>
              <th scope="row">
                <bdi>{line.name?.[language] ?? t('none')}</bdi>
              </th>
              {cells(line)}
            </tr>
          ))}
          <tr className="grand">
            <th scope="row">{t('total')}</th>
            {cells(report.total)}
          </tr>
        </tbody>
      </table>
    </Scrolls>
  );
}
