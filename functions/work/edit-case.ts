import { isRefusal, type Outcome, refuse } from '../../domain/kernel/decision.ts';
import { editCase as decideEdit } from '../../domain/work/cases/edit-case.ts';
import { type CaseKindCode, kindOf } from '../../domain/work/kinds/case-kinds.ts';
import { loadContact } from '../accounting/invoicing/load-documents.ts';
import type { Verb } from '../platform/call.ts';
import { faultsOf } from '../platform/http/issues.ts';
import { changeCase } from './change-case.ts';
import type { workRoutes } from './routes.ts';

/** Edits what a case says, as it was read. */
export const editCase: Verb<typeof workRoutes.editCase> = (call) =>
  changeCase(call, call.params.caseId, async (before, seen) => {
    const { body } = call;
    if (before.version !== call.ifMatch) return refuse('version.stale');
    const fields = body.fields && readFields(before.kind, body.fields);
    if (isRefusal(fields)) return fields;
    const contact = body.contact ? await loadContact(seen, body.contact) : undefined;
    const act = decideEdit(before, { ...body, fields }, { at: call.now, contact });
    return isRefusal(act) ? act : { act };
  });

/** Holds what was sent against the form of the kind. */
function readFields(kind: CaseKindCode, fields: Record<string, unknown>): Outcome<Record<string, unknown>> {
  const parsed = kindOf(kind).form.safeParse(fields);
  if (parsed.success) return parsed.data;
  return refuse(
    'request.invalid',
    undefined,
    faultsOf(parsed.error, fields).map((fault) => ({ ...fault, pointer: `/fields${fault.pointer}` })),
  );
}
