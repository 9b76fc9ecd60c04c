import { useState } from 'react';
import { useFirmApi } from '../../api/queries.ts';
import { useMessages } from '../../i18n/messages.ts';
import type { Href } from '../../path-builder.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Link } from '../../ui/link.tsx';
import { dashboardMessages } from './dashboard-messages.ts';

interface Step {
  readonly key: 'details' | 'customer' | 'invoice' | 'import' | 'invite';
  readonly done: boolean;
  readonly href: Href;
}

/** What a new firm does first. It goes by itself once all is done, or when it is hidden. */
export function FirstSteps() {
  const t = useMessages(dashboardMessages);
  const { id, paths, may } = useFirm();
  const hiddenKey = `diwan.steps:${id}`;
  const [hidden, setHidden] = useState(() => localStorage.getItem(hiddenKey) !== null);
  const shown = may('firm.manage') && !hidden;
  const profile = useFirmApi('getFirm', {}, { enabled: shown });
  const contacts = useFirmApi('listContacts', { query: { limit: 1 } }, { enabled: shown });
  const invoices = useFirmApi('listInvoices', { query: { limit: 1, state: 'posted' } }, { enabled: shown });
  const paid = useFirmApi('listInvoices', { query: { limit: 1, state: 'paid' } }, { enabled: shown });
  const imports = useFirmApi('listImports', { query: { limit: 1 } }, { enabled: shown });
  const members = useFirmApi('listMembers', { query: { limit: 2 } }, { enabled: shown });
  const invitations = useFirmApi('listInvitations', { query: { limit: 1 } }, { enabled: shown });
  const reads = [profile, contacts, invoices, paid, imports, members, invitations];
  if (!shown || reads.some((read) => read.data === undefined)) return null;

  const some = (read: { data?: { body: { data: readonly unknown[] } } | undefined }, least = 1) => (read.data?.body.data.length ?? 0) >= least;
  const steps: readonly Step[] = [
    { key: 'details', done: profile.data?.body.taxNumber !== undefined || profile.data?.body.address !== undefined, href: paths.settings() },
    { key: 'customer', done: some(contacts), href: paths.newContact() },
    { key: 'invoice', done: some(invoices) || some(paid), href: paths.newInvoice() },
    { key: 'import', done: some(imports), href: paths.imports() },
    { key: 'invite', done: some(members, 2) || some(invitations), href: paths.members() },
  ];
  const done = steps.filter((step) => step.done).length;
  if (done === steps.length) return null;
  return (
    <section className="card" aria-label={t('begin')}>
      <div className="row spread">
        <h2>
          {t('begin')} <span className="muted">{t('progress', { done, all: steps.length })}</span>
        </h2>
        <Button
          kind="quiet"
          size="small"
          onClick={() => {
            localStorage.setItem(hiddenKey, '1');
            setHidden(true);
          }}
        >
          {t('hide')}
        </Button>
      </div>
      <ol className="plain-list steps">
        {steps.map((step) => (
          <li key={step.key} className={step.done ? 'done' : undefined}>
            <span className="mark">{step.done && <Icon name="check" size={14} />}</span>
            <Link href={step.href}>{t(step.key)}</Link>
            {step.done && <span className="visually-hidden">{t('done')}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
