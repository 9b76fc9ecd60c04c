import { useFirmApi } from '../../api/queries.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { nameOf } from '../contacts/name-of.ts';

/** The name of a contact whose id alone is known. */
export function ContactName({ id }: { readonly id: string }) {
  const { language } = useLanguage();
  const read = useFirmApi('getContact', { params: { contactId: id } }, { staleTime: 60_000 });
  return <bdi>{read.data ? nameOf(read.data.body, language) : '…'}</bdi>;
}
