import type { Text } from '../../kernel/language.ts';

/** A fact that a decision authorises: as it was when it was asked. */
export interface MaterialField {
  readonly name: string;
  readonly label: Text;
  readonly value: unknown;
}

/** The digest of the material fields: names and values, in one spelling. Labels are for eyes and bind nothing. */
export function digestOf(material: readonly Omit<MaterialField, 'label'>[], sha256: (text: string) => string): string {
  return sha256(canonicalText(Object.fromEntries(material.map(({ name, value }) => [name, value ?? null]))));
}

/** JSON in one spelling (RFC 8785 for what we hold: texts, whole numbers, booleans): members in order, nothing between them. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalText(member)}`).join(',')}}`;
}
