import { named, type Resources } from './synthesised.ts';

export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** What is asked of DynamoDB: one action under some leading keys, in a session with a tag. No leading keys at all is what a Scan has. */
export interface Asked {
  readonly action: string;
  readonly on?: 'table' | 'gsi1' | 'due';
  readonly leadingKeys?: readonly string[];
  readonly firm: string;
}

export const listOf = <T>(one: T | readonly T[]): readonly T[] => (Array.isArray(one) ? one : [one as T]);

/** The statements of every policy that is attached to a role, by the beginning of its name. */
export function statementsOf(resources: Resources, roleName: string): readonly Statement[] {
  return named(resources, roleName, 'AWS::IAM::Policy').Properties.PolicyDocument.Statement;
}

/**
 * Whether IAM would let the request through, as its documentation says: the operators that our policies use and no others, so that a policy which
 * uses another fails here and is looked at.
 */
export function allows(statements: readonly Statement[], asked: Asked): boolean {
  return statements.some(
    ({ Effect, Action, Resource, Condition = {} }) =>
      Effect === 'Allow' &&
      listOf(Action).includes(asked.action) &&
      placesIn(Resource).includes(asked.on ?? 'table') &&
      Object.entries(Condition).every((each) => holds(each, asked)),
  );
}

/** The table and its indexes among the resources of a statement, whatever their addresses come from. */
function placesIn(resource: unknown): readonly string[] {
  return listOf(resource).map((each) => {
    const text = JSON.stringify(each);
    if (!text.includes('OneTable')) return 'elsewhere';
    return /\/index\/(\w+)/.exec(text)?.[1] ?? 'table';
  });
}

function holds([operator, keys]: [string, Readonly<Record<string, string | readonly string[]>>], { leadingKeys, firm }: Asked): boolean {
  return Object.entries(keys).every(([key, expected]) => {
    if (key !== 'dynamodb:LeadingKeys') throw new Error(`no idea of ${key}`);
    if (operator === 'Null') return (leadingKeys === undefined) === (expected === 'true');
    if (operator !== 'ForAllValues:StringLike') throw new Error(`no idea of ${operator}`);
    // Of no values at all it is true: that is the trap.
    return (leadingKeys ?? []).every((value) =>
      listOf(expected).some((pattern) =>
        like(
          value,
          pattern.replaceAll(/\$\{aws:PrincipalTag\/firm\}/g, () => firm),
        ),
      ),
    );
  });
}

function like(value: string, pattern: string): boolean {
  const source = pattern.split('*').map((text) => text.replaceAll(/[.+^${}()|[\]\\?]/g, '\\$&'));
  return new RegExp(`^${source.join('.*')}$`, 's').test(value);
}
