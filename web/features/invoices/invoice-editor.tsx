import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Output } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { useDraft } from '../../ui/draft.ts';
import { splitHref } from '../../ui/link.tsx';
import { useToast } from '../../ui/toast.tsx';
import { DocumentForm, withCodes } from '../documents/document-form.tsx';
import { documentMessages } from '../documents/document-words.ts';
import { bodyOf, changeOf, emptyItem, type TaxCode, type TypedDocument } from '../documents/typed-document.ts';
import { typedFrom } from '../documents/typed-from.ts';
import { invoiceMessages } from './invoice-messages.ts';

interface InvoiceEditorProps {
  readonly invoice: Output<'getInvoice'> | undefined;
  readonly codes: readonly TaxCode[];
  readonly settings: Output<'getFirm'>['invoicing'];
}

/**
 * Writes an invoice. Posting is two requests, save and post, each once: what was saved is remembered in the draft, so that a
 * refused posting (a closed period) is mended and posted without a second invoice.
 */
export function InvoiceEditor({ invoice, codes, settings }: InvoiceEditorProps) {
  const t = useMessages(invoiceMessages);
  const words = useMessages(documentMessages);
  const navigate = useNavigate();
  const say = useToast();
  const firm = useFirm();
  const { contact = '' } = useSearch({ strict: false }) as { contact?: string };
  const draft = useDraft<TypedDocument>(firm.owner, invoice ? `invoice/${invoice.id}/${invoice.version}` : `invoice/new/${contact}`, () =>
    invoice
      ? typedFrom(invoice)
      : {
          contact,
          date: firm.today(),
          dueDate: '',
          currency: firm.currency,
          rate: '',
          pricesInclude: false,
          reference: '',
          notes: '',
          reason: '',
          lines: [emptyItem(1, codes[0]?.code)],
          saved: null,
        },
  );
  const create = useFirmSubmit('draftInvoice', { keeper: draft });
  const edit = useFirmSubmit('editInvoice');
  const post = useFirmSubmit('postInvoice');

  const save = async () => {
    const typed = withCodes(draft.value, codes);
    const answer = typed.saved
      ? await edit.send({ params: { invoiceId: typed.saved.id }, body: changeOf(typed, firm.currency) }, `"${typed.saved.version}"`)
      : await create.send({ body: bodyOf(typed, firm.currency) });
    return answer?.body;
  };
  const leave = async (id: string) => {
    draft.discard();
    await navigate(splitHref(firm.paths.invoice(id)));
  };
  const saveOnly = async () => {
    const saved = await save();
    if (!saved) return;
    say(words('saved'));
    await leave(saved.id);
  };
  const saveAndPost = async () => {
    const saved = await save();
    if (!saved) return;
    draft.set({ saved: { id: saved.id, version: saved.version } });
    const posted = await post.send({ params: { invoiceId: saved.id } });
    if (!posted) return;
    say(words('posted', { number: posted.body.number ?? '' }));
    await leave(saved.id);
  };
  return (
    <DocumentForm
      label={invoice ? t('editInvoice') : t('newInvoice')}
      kind="invoice"
      draft={draft}
      codes={codes}
      rounding={invoice?.rounding ?? settings.taxRounding}
      dueDays={settings.dueDays}
      problem={create.problem ?? edit.problem ?? post.problem}
      busy={create.pending || edit.pending || post.pending}
      onSave={() => void saveOnly()}
      onPost={() => void saveAndPost()}
    />
  );
}
