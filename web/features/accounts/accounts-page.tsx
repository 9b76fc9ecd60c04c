import { useState } from 'react';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { matches } from '../../i18n/fold.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { useSearchState } from '../../shell/search-state.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { CheckField } from '../../ui/choice-fields.tsx';
import { Link } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { AccountDialog } from './account-dialog.tsx';
import { accountMessages, accountRoleNames, accountTypeNames, accountTypes } from './account-words.ts';
import { type Account, useAccounts } from './use-accounts.ts';

const SEARCH = { q: '', archived: '' };

/** The chart: by type, each account a step from its ledger. */
export default function AccountsPage() {
  const t = useMessages(accountMessages);
  const { language } = useLanguage();
  const [search, setSearch] = useSearchState(SEARCH);
  const [editing, setEditing] = useState<Account | 'new' | undefined>(undefined);
  const accounts = useAccounts(search.archived !== '');
  const archive = useFirmSubmit('archiveAccount');
  const restore = useFirmSubmit('restoreAccount');
  const mayManage = useReason('account.manage');
  const say = useToast();
  const rows = (accounts.data?.body.data ?? []).filter(
    (account) => search.q === '' || matches(`${account.code} ${account.name.en} ${account.name.ar}`, search.q),
  );

  const setAside = async ({ code }: Account) => {
    if (await archive.send({ params: { code } }))
      say(t('archivedNow', { code }), { label: t('undo'), onPress: () => void restore.send({ params: { code } }) });
  };
  return (
    <Page
      title={t('title')}
      actions={
        <Button kind="primary" icon="plus" reason={mayManage} onClick={() => setEditing('new')}>
          {t('add')}
        </Button>
      }
    >
      <div className="filters">
        <TextField label={t('find')} placeholder={t('findHint')} type="search" value={search.q} onChange={(q) => setSearch({ q })} />
        <CheckField label={t('showArchived')} checked={search.archived !== ''} onChange={(on) => setSearch({ archived: on ? '1' : '' })} />
      </div>
      <Problem problem={accounts.error ?? archive.problem ?? restore.problem} retry={() => void accounts.refetch()} />
      {accounts.isPending && <Skeleton lines={12} height={36} />}
      {accounts.data && rows.length === 0 && <EmptyState title={t('none')} />}
      {accountTypes.map((type) => {
        const own = rows.filter((account) => account.type === type);
        if (own.length === 0) return null;
        return (
          <TypeTable
            key={type}
            title={accountTypeNames[type][language]}
            accounts={own}
            reason={mayManage}
            onEdit={setEditing}
            onArchive={(account) => void setAside(account)}
            onRestore={({ code }) => void restore.send({ params: { code } })}
          />
        );
      })}
      {editing && <AccountDialog account={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
    </Page>
  );
}

interface TypeTableProps {
  readonly title: string;
  readonly accounts: readonly Account[];
  readonly reason: string | undefined;
  readonly onEdit: (account: Account) => void;
  readonly onArchive: (account: Account) => void;
  readonly onRestore: (account: Account) => void;
}

function TypeTable({ title, accounts, reason, onEdit, onArchive, onRestore }: TypeTableProps) {
  const t = useMessages(accountMessages);
  const common = useMessages(commonMessages);
  const { language } = useLanguage();
  const { paths } = useFirm();
  return (
    <section className="stack" aria-label={title}>
      <h2>
        {title} <span className="muted">{t('count', { count: accounts.length })}</span>
      </h2>
      <Scrolls>
        <table className="table">
          <thead>
            <tr>
              <th scope="col" style={{ inlineSize: '22%' }}>
                {t('code')}
              </th>
              <th scope="col">{t('name')}</th>
              <th scope="col" style={{ inlineSize: '22%' }}>
                {t('role')}
              </th>
              <th scope="col" style={{ inlineSize: 200 }}>
                <span className="visually-hidden">{common('actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {accounts.map((account) => (
              <tr key={account.code}>
                <td>
                  <Link href={paths.ledger(account.code)}>
                    <bdi>{account.code}</bdi>
                  </Link>
                </td>
                <td>
                  <bdi>{account.name[language]}</bdi> {account.archived && <Chip>{t('archived')}</Chip>}{' '}
                  {account.currency && <Chip tone="info">{account.currency}</Chip>}
                </td>
                <td className="muted">{account.role && accountRoleNames[account.role][language]}</td>
                <td className="actions">
                  <Button kind="quiet" size="small" reason={reason} aria-label={t('edit', { code: account.code })} onClick={() => onEdit(account)}>
                    {common('edit')}
                  </Button>
                  {account.archived ? (
                    <Button
                      kind="quiet"
                      size="small"
                      reason={reason}
                      aria-label={t('restoreNamed', { code: account.code })}
                      onClick={() => onRestore(account)}
                    >
                      {t('restore')}
                    </Button>
                  ) : (
                    <Button
                      kind="quiet"
                      size="small"
                      reason={reason}
                      aria-label={t('archiveNamed', { code: account.code })}
                      onClick={() => onArchive(account)}
                    >
                      {t('archive')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
    </section>
  );
}
