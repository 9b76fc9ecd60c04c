import type { Person } from '../../../domain/kernel/person.ts';
import { isMember } from '../../../domain/work/cases/case.ts';
import { formOf } from '../../../domain/work/cases/desk-settings.ts';
import { digestOf, type MaterialField } from '../../../domain/work/decisions/material.ts';
import type { DecisionRequest, Subject } from '../../../domain/work/decisions/request.ts';
import { materialOfCase, type SubjectKind } from '../../../domain/work/decisions/subjects.ts';
import type { Reading } from '../../platform/reading.ts';
import type { Write } from '../../platform/table/port.ts';
import { caseWrites, type StoredCase } from '../case-items.ts';
import { loadCase } from '../change-case.ts';
import { currentSettings, settingsOf } from '../settings-store.ts';
import type { Place } from './place.ts';
import { sha256 } from './seal-receipt.ts';

/** A subject as it is now, and how it keeps where the request about it stands. */
export interface LoadedSubject {
  readonly subject: Subject;
  readonly material: readonly MaterialField[];
  readonly digest: string;
  /** Who wants it, besides whoever asks for the decision. */
  readonly wantedBy: readonly Person[];
  point(request: Pick<DecisionRequest, 'id' | 'state'>): readonly Write[];
}

/** How each kind of subject is read through a commit’s `Reading`, and written in it. */
const stores: Readonly<Record<SubjectKind, (id: string, seen: Reading, place: Place) => Promise<LoadedSubject | undefined>>> = {
  async case(id, seen, place) {
    const stored = await loadCase(seen, id);
    return stored && loadedCase(stored, seen, place);
  },
};

export const loadSubject = ({ kind, id }: Pick<Subject, 'kind' | 'id'>, seen: Reading, place: Place): Promise<LoadedSubject | undefined> =>
  stores[kind](id, seen, place);

export async function loadedCase(stored: StoredCase, seen: Reading, place: Place): Promise<LoadedSubject> {
  const { case: one } = stored;
  const current = await currentSettings(seen, place.firm, place.ports);
  const settings = await settingsOf(one, current, place.table, place.firm, place.ports);
  const material = materialOfCase(one, formOf(one.kind, current));
  return {
    subject: { kind: 'case', id: one.id, number: one.number, title: one.title },
    material,
    digest: digestOf(material, sha256),
    wantedBy: isMember(one.requester) ? [one.requester] : [],
    point: ({ id: request, state }) =>
      caseWrites(stored, { ...one, approval: { request, state }, version: one.version + 1, settings: settings.version }, settings, place.now),
  };
}
