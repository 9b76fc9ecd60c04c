import type { ReactNode } from 'react';

/** What is known of a thing: a name and a value each; what is not known is left out. */
export function Pairs({ label, rows }: { readonly label: string; readonly rows: readonly (readonly [string, ReactNode])[] }) {
  return (
    <section className="card" aria-label={label}>
      <dl className="pairs">
        {rows.map(
          ([name, value]) =>
            value && (
              <div key={name} style={{ display: 'contents' }}>
                <dt>{name}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}
