import { useFirmApi } from '../../api/queries.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { usePaused } from '../../shell/use-paused.ts';
import { Link } from '../../ui/link.tsx';
import { knowledgeMessages } from './knowledge-messages.ts';

const LEAST_LENGTH = 4;
const ASKED_LENGTH = 500;

/** Articles that may answer a request while it is typed. What is typed is a draft, and waits. */
export function SuggestedArticles({ text, kind }: { readonly text: string; readonly kind?: string }) {
  const t = useMessages(knowledgeMessages);
  const { paths, may } = useFirm();
  const asked = usePaused(text.trim()).slice(0, ASKED_LENGTH);
  const read = useFirmApi(
    'suggestArticles',
    { query: { q: asked, ...(kind !== undefined && { kind }) } },
    { enabled: asked.length >= LEAST_LENGTH && may('knowledge.read') },
  );
  const found = asked.length >= LEAST_LENGTH ? (read.data?.body.data ?? []) : [];
  return (
    <div role="status">
      {found.length > 0 && (
        <section className="card stack" aria-label={t('suggested')}>
          <h2>{t('suggested')}</h2>
          <ul className="plain-list stack">
            {found.map(({ id, title, beginning }) => (
              <li key={id}>
                <Link href={paths.article(id)}>
                  <bdi>{title}</bdi>
                </Link>
                <p className="muted">
                  <bdi>{beginning}</bdi>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
