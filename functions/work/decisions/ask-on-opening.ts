import { isRefusal } from '../../../domain/kernel/decision.ts';
import type { Act } from '../../../domain/work/cases/case.ts';
import { isMember } from '../../../domain/work/cases/case.ts';
import type { DeskSettings } from '../../../domain/work/cases/desk-settings.ts';
import { formOf } from '../../../domain/work/cases/desk-settings.ts';
import { digestOf } from '../../../domain/work/decisions/material.ts';
import { materialOfCase } from '../../../domain/work/decisions/subjects.ts';
import type { Changes, FirmCall } from '../../platform/call.ts';
import { askedHappening, requestAbout } from './ask-decision.ts';
import { loadPeople } from './place.ts';
import { askingWrites } from './request-writes.ts';
import { sha256 } from './seal-receipt.ts';

/**
 * A case whose kind needs an approval asks for it as it opens, in the same transaction. Where nobody can be asked it opens without: it is asked later,
 * and goes nowhere that needs it before.
 */
export async function askOnOpening(call: FirmCall, settings: DeskSettings): Promise<(act: Act) => { readonly act: Act } & Changes> {
  const people = await loadPeople(call.table);
  return (act) => {
    const one = act.case;
    const material = materialOfCase(one, formOf(one.kind, settings));
    const subject = { kind: 'case', id: one.id, number: one.number, title: one.title } as const;
    const wantedBy = isMember(one.requester) ? [one.requester] : [];
    const request = requestAbout(call, one, { subject, material, digest: digestOf(material, sha256), wantedBy }, people, {});
    if (isRefusal(request)) return { act, writes: [], happenings: [] };
    return {
      act: { ...act, case: { ...one, approval: { request: request.id, state: request.state } } },
      writes: askingWrites(request, people, call).writes,
      happenings: [askedHappening(request)],
    };
  };
}
