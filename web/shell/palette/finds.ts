import { invoiceStates } from '../../../domain/accounting/invoicing/states.ts';
import { useFirmApi } from '../../api/queries.ts';
import { nameOf } from '../../features/contacts/name-of.ts';
import { matches } from '../../i18n/fold.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import type { Href } from '../../path-builder.ts';
import { useFirm } from '../firm-context.tsx';
import { beginnings, further, navigationMessages, type Place, rail } from '../navigation.ts';
import { usePaused } from '../use-paused.ts';

export interface Find {
  readonly key: string;
  readonly text: string;
  readonly detail?: string;
  readonly href: Href;
}
export interface FindGroup {
  readonly key: 'pages' | 'acts' | 'invoices' | 'contacts' | 'accounts';
  readonly finds: readonly Find[];
}

const EACH_MAXIMUM = 6;

/** What the palette offers for what is typed: pages and acts by their names in both languages at once, the firm's own things by its API. */
export function useFinds(typed: string): readonly FindGroup[] {
  const firm = useFirm();
  const { language } = useLanguage();
  const names = useMessages(navigationMessages);
  const asked = usePaused(typed.trim());
  const wanted = asked !== '';
  const accounts = useFirmApi('listAccounts', {}, { enabled: wanted && firm.may('account.read') });
  const contacts = useFirmApi('listContacts', { query: { q: asked, limit: EACH_MAXIMUM } }, { enabled: wanted && firm.may('contact.read') });
  const invoices = useFirmApi('listInvoices', { query: { q: asked, limit: EACH_MAXIMUM } }, { enabled: wanted && firm.may('invoice.read') });

  const placesOf = (places: readonly Place[]): Find[] =>
    places
      .filter((place) => firm.may(place.permission))
      .filter((place) => typed === '' || matches(`${navigationMessages[place.label].en} ${navigationMessages[place.label].ar}`, typed))
      .map((place) => ({ key: `place:${place.label}`, text: names(place.label), href: place.href(firm.paths) }));
  const groups: FindGroup[] = [
    { key: 'pages', finds: placesOf([...rail.flatMap((group) => group.places), ...further]) },
    { key: 'acts', finds: placesOf(beginnings) },
  ];
  if (wanted) {
    // A name is somebody's before it is their invoices'.
    groups.push(
      {
        key: 'contacts',
        finds: (contacts.data?.body.data ?? []).map((contact) => ({
          key: contact.id,
          text: nameOf(contact, language),
          href: firm.paths.contact(contact.id),
        })),
      },
      {
        key: 'invoices',
        finds: (invoices.data?.body.data ?? []).map((invoice) => ({
          key: invoice.id,
          text: invoice.number ?? invoiceStates.draft[language],
          detail: nameOf(invoice.contact, language),
          href: firm.paths.invoice(invoice.id),
        })),
      },
      {
        key: 'accounts',
        finds: (accounts.data?.body.data ?? [])
          .filter((account) => matches(`${account.code} ${account.name.en} ${account.name.ar}`, asked))
          .slice(0, EACH_MAXIMUM)
          .map((account) => ({
            key: `account:${account.code}`,
            text: account.name[language],
            detail: account.code,
            href: firm.paths.ledger(account.code),
          })),
      },
    );
  }
  return groups.filter((group) => group.finds.length > 0);
}
