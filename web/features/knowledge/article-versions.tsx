import { useFirmList } from '../../api/queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { knowledgeMessages } from './knowledge-messages.ts';

/** What an article said before: each text that was replaced, latest first. */
export function ArticleVersions({ articleId }: { readonly articleId: string }) {
  const t = useMessages(knowledgeMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const { rows, pending } = useFirmList('listArticleVersions', { params: { articleId } });
  if (pending) return null;
  return (
    <section className="card stack no-print" aria-label={t('versions')}>
      <h2>{t('versions')}</h2>
      {rows.length === 0 && <p className="muted">{t('noVersions')}</p>}
      {rows.map(({ version, by, at, wordings }) => {
        const wording = wordings[language] ?? wordings.en ?? wordings.ar;
        return (
          <details key={version}>
            <summary>{t('version', { version, by: by.name, at: format.instant(at) })}</summary>
            <h3>
              <bdi>{wording?.title}</bdi>
            </h3>
            <p className="written">
              <bdi>{wording?.body}</bdi>
            </p>
          </details>
        );
      })}
    </section>
  );
}
