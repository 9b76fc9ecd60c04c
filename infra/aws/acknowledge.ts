import { Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Findings of cdk-nag that we leave as they are, each with its reason, beside the construct that they are about. A finding without one fails synth. */
export function acknowledge(construct: IConstruct, reasons: Readonly<Record<string, string>>): void {
  for (const [id, reason] of Object.entries(reasons)) Validations.of(construct).acknowledge({ id, reason });
}

/** The finding about a resource of a policy, as cdk-nag writes it: `AwsSolutions-IAM5[Resource::<Bucket12.Arn>/*]`. */
export function wildcardIn(construct: IConstruct, resource: string): string {
  return `AwsSolutions-IAM5[Resource::${flat(Stack.of(construct).resolve(resource))}]`;
}

function flat(part: unknown): string {
  if (typeof part === 'string') return part;
  if (typeof part !== 'object' || part === null) throw new Error('no part of an address');
  const {
    Ref,
    'Fn::GetAtt': attribute,
    'Fn::Join': join,
  } = part as { readonly Ref?: string; readonly 'Fn::GetAtt'?: readonly string[]; readonly 'Fn::Join'?: readonly [string, readonly unknown[]] };
  if (Ref) return `<${Ref}>`;
  if (attribute) return `<${attribute.join('.')}>`;
  if (join) return join[1].map(flat).join(join[0]);
  throw new Error(`no part of an address: ${JSON.stringify(part)}`);
}
