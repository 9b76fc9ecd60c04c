/** What an address and a method come to: one target with the values of its path, an address that takes other methods, or nothing. */
export type Match<T> =
  | { readonly kind: 'found'; readonly target: T; readonly params: Readonly<Record<string, string>> }
  | { readonly kind: 'method'; readonly allowed: readonly string[] }
  | { readonly kind: 'missing' };

export interface Router<T> {
  find(method: string, path: string): Match<T>;
}

interface Leaf<T> {
  readonly target: T;
  readonly names: readonly string[];
}
interface Node<T> {
  readonly fixed: Map<string, Node<T>>;
  variable: Node<T> | undefined;
  readonly methods: Map<string, Leaf<T>>;
}

/**
 * A tree of path segments built once from the route tables. A fixed segment goes before a variable one. Two routes that could
 * answer the same request are a mistake in the tables and do not start.
 */
export function router<T>(routes: readonly { readonly method: string; readonly path: string; readonly target: T }[]): Router<T> {
  const root = node<T>();
  for (const { method, path, target } of routes) {
    const names: string[] = [];
    let at = root;
    for (const segment of segmentsOf(path)) {
      const name = /^\{(\w+)\}$/.exec(segment)?.[1];
      if (name) names.push(name);
      at = name ? variableOf(at) : childOf(at, segment);
    }
    if (at.methods.has(method)) throw new Error(`two routes answer ${method} ${path}`);
    at.methods.set(method, { target, names });
  }

  return {
    find(method, path) {
      const values: string[] = [];
      const end = path.startsWith('/') ? walk(root, segmentsOf(path), 0, values) : undefined;
      if (!end) return { kind: 'missing' };
      // A HEAD is a GET whose body the host leaves out.
      const leaf = end.methods.get(method) ?? (method === 'HEAD' ? end.methods.get('GET') : undefined);
      if (!leaf) return { kind: 'method', allowed: [...end.methods.keys()] };
      const params: Record<string, string> = {};
      leaf.names.forEach((name, i) => {
        params[name] = decoded(values[i] ?? '');
      });
      return { kind: 'found', target: leaf.target, params };
    },
  };
}

const node = <T>(): Node<T> => ({ fixed: new Map(), variable: undefined, methods: new Map() });
const segmentsOf = (path: string): string[] => path.slice(1).split('/');

function childOf<T>(parent: Node<T>, segment: string): Node<T> {
  const child = parent.fixed.get(segment) ?? node<T>();
  parent.fixed.set(segment, child);
  return child;
}

function variableOf<T>(parent: Node<T>): Node<T> {
  parent.variable ??= node<T>();
  return parent.variable;
}

function walk<T>(at: Node<T>, segments: readonly string[], depth: number, values: string[]): Node<T> | undefined {
  const segment = segments[depth];
  if (segment === undefined) return at.methods.size > 0 ? at : undefined;
  const fixed = at.fixed.get(segment);
  const end = fixed && walk(fixed, segments, depth + 1, values);
  if (end) return end;
  if (!at.variable || segment === '') return undefined;
  values.push(segment);
  const below = walk(at.variable, segments, depth + 1, values);
  if (!below) values.pop();
  return below;
}

/** A segment that is not valid percent-encoding stays as it is: no id looks like it, so it leads to nothing. */
function decoded(segment: string): string {
  if (!segment.includes('%')) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
