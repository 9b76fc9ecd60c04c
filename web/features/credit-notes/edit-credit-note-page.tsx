import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { allows, creditNoteCan } from '../../../domain/accounting/invoicing/states.ts';
import { useFirmApi } from '../../api/queries.ts';
import type { Output } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { useDraft } from '../../ui/draft.ts';
import { splitHref } from '../../ui/link.tsx';
import { Notice, Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { DocumentForm, withCodes } from '../documents/document-form.tsx';
import { documentMessages } from '../documents/document-words.ts';
import { bodyOf, changeOf, emptyItem, type TaxCode, type TypedDocument } from '../documents/typed-document.ts';
import { typedFrom } from '../documents/typed-from.ts';
import { creditNoteMessages } from './credit-note-messages.ts';

export default function EditCreditNotePage() {
  const t = useMessages(creditNoteMessages);
  const { creditNoteId } = useParams({ strict: false }) as { creditNoteId?: string };
  const firm = useFirm();
  const codes = useFirmApi('listTaxCodes', {}, { staleTime: 60_000 });
  const profile = useFirmApi('getFirm', {});
  const note = useFirmApi('getCreditNote', { params: { creditNoteId: creditNoteId ?? '' } }, { enabled: creditNoteId !== undefined });
  const problem = codes.error ?? profile.error ?? note.error ?? undefined;
  const existing = note.data?.body;
  const ready = codes.data && profile.data && (creditNoteId === undefined || existing);
  const retry = () => {
    for (const read of [codes, profile, note]) void read.refetch();
  };
  return (
    <Page title={creditNoteId === undefined ? t('newCreditNote') : t('editCreditNote')} up={{ href: firm.paths.creditNotes(), label: t('title') }}>
      <Problem problem={problem} retry={retry} />
      {creditNoteId === undefined && <Notice>{t('newHint')}</Notice>}
      {!ready && !problem && <Skeleton lines={3} height={120} />}
      {ready && (!existing || allows<string>(creditNoteCan.edit, existing.state)) && (
        <OnlyFor permission="invoice.draft">
          <CreditNoteEditor note={existing} codes={codes.data.body.data} settings={profile.data.body.invoicing} />
        </OnlyFor>
      )}
    </Page>
  );
}

interface CreditNoteEditorProps {
  readonly note: Output<'getCreditNote'> | undefined;
  readonly codes: readonly TaxCode[];
  readonly settings: Output<'getFirm'>['invoicing'];
}

/** Writes a credit note on account, in the way in which an invoice is written. */
function CreditNoteEditor({ note, codes, settings }: CreditNoteEditorProps) {
  const t = useMessages(creditNoteMessages);
  const words = useMessages(documentMessages);
  const navigate = useNavigate();
  const say = useToast();
  const firm = useFirm();
  const { contact = '' } = useSearch({ strict: false }) as { contact?: string };
  const draft = useDraft<TypedDocument>(firm.owner, note ? `credit-note/${note.id}/${note.version}` : `credit-note/new/${contact}`, () =>
    note
      ? typedFrom(note)
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
  const create = useFirmSubmit('draftCreditNote', { keeper: draft });
  const edit = useFirmSubmit('editCreditNote');
  const post = useFirmSubmit('postCreditNote');

  const save = async () => {
    const typed = withCodes(draft.value, codes);
    const reason = typed.reason.trim();
    const answer = typed.saved
      ? await edit.send(
          { params: { creditNoteId: typed.saved.id }, body: { ...changeOf(typed, firm.currency), reason: reason || null } },
          `"${typed.saved.version}"`,
        )
      : await create.send({ body: { ...bodyOf(typed, firm.currency), ...(reason !== '' && { reason }) } });
    return answer?.body;
  };
  const leave = async (id: string) => {
    draft.discard();
    await navigate(splitHref(firm.paths.creditNote(id)));
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
    const posted = await post.send({ params: { creditNoteId: saved.id } });
    if (!posted) return;
    say(words('posted', { number: posted.body.number ?? '' }));
    await leave(saved.id);
  };
  return (
    <DocumentForm
      label={note ? t('editCreditNote') : t('newCreditNote')}
      kind="credit-note"
      draft={draft}
      codes={codes}
      rounding={note?.rounding ?? settings.taxRounding}
      dueDays={settings.dueDays}
      problem={create.problem ?? edit.problem ?? post.problem}
      busy={create.pending || edit.pending || post.pending}
      onSave={() => void saveOnly()}
      onPost={() => void saveAndPost()}
    />
  );
}
