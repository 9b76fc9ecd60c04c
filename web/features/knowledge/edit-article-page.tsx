import { useNavigate, useParams } from '@tanstack/react-router';
import { useFirmApi } from '../../api/queries.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { splitHref } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { ArticleForm } from './article-form.tsx';
import { knowledgeMessages } from './knowledge-messages.ts';
import { titleIn } from './title-in.ts';

export default function EditArticlePage() {
  const t = useMessages(knowledgeMessages);
  const { language } = useLanguage();
  const { articleId } = useParams({ strict: false }) as { articleId?: string };
  const navigate = useNavigate();
  const say = useToast();
  const { paths } = useFirm();
  const read = useFirmApi('getArticle', { params: { articleId: articleId ?? '' } }, { enabled: articleId !== undefined });
  const article = read.data?.body;
  const leave = (id: string | undefined) => void navigate(splitHref(id === undefined ? paths.articles() : paths.article(id)));
  return (
    <Page
      title={article ? t('edit', { title: titleIn(article.titles, language) }) : t('newArticle')}
      up={{ href: paths.articles(), label: t('title') }}
    >
      <Problem problem={read.error ?? undefined} retry={() => void read.refetch()} />
      {articleId !== undefined && !article ? (
        <Skeleton lines={5} height={52} />
      ) : (
        <OnlyFor permission="knowledge.write">
          <div className="card">
            <ArticleForm
              article={article}
              onSaved={(id) => {
                say(t('saved'));
                leave(id);
              }}
              onCancel={() => leave(articleId)}
            />
          </div>
        </OnlyFor>
      )}
    </Page>
  );
}
