import { useMessages } from '../../i18n/messages.ts';
import type { FirmPaths, Href } from '../../path-builder.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Link } from '../../ui/link.tsx';
import { entryMessages } from './entry-messages.ts';

export interface DocumentRef {
  readonly kind: 'invoice' | 'credit-note' | 'payment';
  readonly id: string;
  readonly number?: string | null | undefined;
}

/** The page of a document that an entry or an allocation names. */
export function documentHref(paths: FirmPaths, document: Pick<DocumentRef, 'kind' | 'id'>): Href {
  switch (document.kind) {
    case 'invoice':
      return paths.invoice(document.id);
    case 'credit-note':
      return paths.creditNote(document.id);
    case 'payment':
      return paths.payment(document.id);
  }
}

export function DocumentLink({ document }: { readonly document: DocumentRef }) {
  const { paths } = useFirm();
  return <Link href={documentHref(paths, document)}>{useDocumentName()(document)}</Link>;
}

export function useDocumentName(): (document: DocumentRef) => string {
  const t = useMessages(entryMessages);
  return (document) => {
    const number = document.number ?? '';
    return document.kind === 'invoice'
      ? t('invoice', { number })
      : document.kind === 'credit-note'
        ? t('creditNote', { number })
        : t('payment', { number });
  };
}
