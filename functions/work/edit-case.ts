import { isRefusal, type Outcome, refuse } from '../../domain/kernel/decision.ts';
import type { Case } from '../../domain/work/cases/case.ts';
import { type CaseForm, whyNotFields } from '../../domain/work/cases/case-form.ts';
import { formOf } from '../../domain/work/cases/desk-settings.ts';
import { editCase as decideEdit } from '../../domain/work/cases/edit-case.ts';
import { kindOf } from '../../domain/work/kinds/case-kinds.ts';
import { loadContact } from '../accounting/invoicing/load-documents.ts';
import type { Verb } from '../platform/call.ts';
import { faultsOf } from '../platform/http/issues.ts';
import { changeCase } from './change-case.ts';
import type { workRoutes } from './routes.ts';
import { currentSettings } from './settings-store.ts';

/** Edits what a case says, as it was read. */
export const editCase: Verb<typeof workRoutes.editCase> = (call) =>
  changeCase(call, call.params.caseId, async (before, seen) => {
    const { body } = call;
    if (before.version !== call.ifMatch) return refuse('version.stale');
    const form = formOf(before.kind, await currentSettings(seen, call.firm, call.ports));
    const fields = body.fields && readFields(before, form, body.fields);
    if (isRefusal(fields)) return fields;
    const contact = body.contact ? await loadContact(seen, body.contact) : undefined;
    const act = decideEdit(before, { ...body, fields }, { at: call.now, contact });
    return isRefusal(act) ? act : { act };
  });

/** Holds what was sent against the form of the kind and what the firm made of it. */
function readFields({ kind, fields: had }: Case, form: CaseForm, fields: Record<string, unknown>): Outcome<Record<string, unknown>> {
  const faults = whyNotFields(kind, form, fields, had);
  if (faults.length > 0) return refuse('request.invalid', undefined, faults);
  const parsed = kindOf(kind).form.loose().safeParse(fields);
  if (parsed.success) return parsed.data;
  return refuse(
    'request.invalid',
    undefined,
    faultsOf(parsed.error, fields).map((fault) => ({ ...fault, pointer: `/fields${fault.pointer}` })),
  );
}
