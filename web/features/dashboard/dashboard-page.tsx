import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Page } from '../../ui/page.tsx';
import { Ageing } from './ageing.tsx';
import { dashboardMessages } from './dashboard-messages.ts';
import { FirstSteps } from './first-steps.tsx';
import { NeedsYou } from './needs-you.tsx';
import { Standing } from './standing.tsx';
import { Welcome } from './welcome.tsx';

/** How the firm stands, what waits for its reader, and on the first days what to do first. */
export default function DashboardPage() {
  const t = useMessages(dashboardMessages);
  const { may } = useFirm();
  return (
    <Page title={t('title')}>
      <FirstSteps />
      {may('report.read') ? (
        <Standing aside={<Ageing />} below={<NeedsYou />} />
      ) : (
        <>
          <Welcome />
          <NeedsYou />
        </>
      )}
    </Page>
  );
}
