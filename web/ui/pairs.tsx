import type { ReactNode } from 'react';

interface PairsProps {
  readonly label: string;
  /** The label is shown above them too. */
  readonly titled?: boolean;
  readonly rows: readonly (readonly [string, ReactNode])[];
}

/** What is known of a thing: a name and a value each; what is not known is left out. */
export function Pairs({ label, titled = false, rows }: PairsProps) {
  return (
    <section className="card" aria-label={label}>
      {titled && <h2>{label}</h2>}
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
