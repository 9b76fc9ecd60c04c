import { useMemo } from 'react';
import { useFirmApi } from '../../api/queries.ts';
import type { RowOf } from '../../api/route-types.ts';
import { useLanguage } from '../../i18n/language.tsx';
import type { Option } from '../../ui/combobox.tsx';

export type Account = RowOf<'listAccounts'>;

const FRESH_MS = 60_000;

/** The firm's chart, read once for all the fields that choose from it. */
export function useAccounts(withArchived = false) {
  return useFirmApi('listAccounts', withArchived ? {} : { query: { archived: 'false' } }, { staleTime: FRESH_MS });
}

/** The accounts to choose from: found by code, or by name in either language. */
export function useAccountOptions(keep: (account: Account) => boolean = all): readonly Option[] {
  const accounts = useAccounts();
  const { language } = useLanguage();
  return useMemo(
    () =>
      (accounts.data?.body.data ?? [])
        .filter((account) => !account.archived && keep(account))
        .map((account) => ({
          key: account.code,
          text: `${account.code} ${account.name[language]}`,
          search: `${account.name.en} ${account.name.ar}`,
        })),
    [accounts.data, language, keep],
  );
}

const all = () => true;
export const isMoney = (account: Account): boolean => account.role === 'bank' || account.role === 'cash';

/** Names of accounts by code, for tables. */
export function useAccountNames(): (code: string) => string {
  const accounts = useAccounts(true);
  const { language } = useLanguage();
  return useMemo(() => {
    const names = new Map((accounts.data?.body.data ?? []).map((account) => [account.code, account.name[language]]));
    return (code) => names.get(code) ?? '';
  }, [accounts.data, language]);
}
