import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { type ArticleState, articleCan } from '../../../domain/it/knowledge/article.ts';
import type { Language } from '../../../domain/kernel/language.ts';
import { useFirmApi } from '../../api/queries.ts';
import type { Output } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { ArticleStateChip } from './article-state-chip.tsx';
import { ArticleVersions } from './article-versions.tsx';
import './knowledge.css';
import { knowledgeMessages } from './knowledge-messages.ts';
import { titleIn } from './title-in.ts';

export type Article = Output<'getArticle'>;

/** One article as its reader’s language has it, and whether it helped. */
export default function ArticlePage() {
  const t = useMessages(knowledgeMessages);
  const common = useMessages(commonMessages);
  const format = useFormat();
  const say = useToast();
  const { language } = useLanguage();
  const { articleId = '' } = useParams({ strict: false }) as { articleId?: string };
  const { paths, may } = useFirm();
  const [chosen, setChosen] = useState<Language>();
  const read = useFirmApi('getArticle', { params: { articleId } });
  const publish = useFirmSubmit('publishArticle');
  const archive = useFirmSubmit('archiveArticle');
  const rate = useFirmSubmit('sayIfArticleHelped');
  const article = read.data?.body;
  if (!article) {
    return (
      <Page title={t('article')} up={{ href: paths.articles(), label: t('title') }}>
        {read.error ? <Problem problem={read.error} retry={() => void read.refetch()} /> : <Skeleton lines={6} height={28} />}
      </Page>
    );
  }
  const shown: Language = chosen ?? (article.wordings[language] ? language : language === 'en' ? 'ar' : 'en');
  const wording = article.wordings[shown];
  const both = article.wordings.en !== null && article.wordings.ar !== null;
  const allows = (states: readonly ArticleState[]) => states.includes(article.state);
  return (
    <Page
      title={wording?.title ?? titleIn(article.titles, language)}
      up={{ href: paths.articles(), label: t('title') }}
      aside={<ArticleStateChip state={article.state} />}
      actions={
        <>
          {both && (
            <Button onClick={() => setChosen(shown === 'ar' ? 'en' : 'ar')} lang={shown === 'ar' ? 'en' : 'ar'}>
              {shown === 'ar' ? 'English' : 'العربية'}
            </Button>
          )}
          {may('knowledge.write') && (
            <>
              <ButtonLink href={paths.editArticle(article.id)}>{common('edit')}</ButtonLink>
              {allows(articleCan.archive) && (
                <Button
                  busy={archive.pending}
                  onClick={() => void archive.send({ params: { articleId } }).then((done) => done && say(t('archived')))}
                >
                  {t('archive')}
                </Button>
              )}
              {allows(articleCan.publish) && (
                <Button
                  kind="primary"
                  busy={publish.pending}
                  onClick={() => void publish.send({ params: { articleId } }).then((done) => done && say(t('published')))}
                >
                  {t('publish')}
                </Button>
              )}
            </>
          )}
        </>
      }
    >
      <Problem problem={publish.problem ?? archive.problem ?? rate.problem} />
      <article className="card written" lang={shown} dir={shown === 'ar' ? 'rtl' : 'ltr'}>
        {paragraphsOf(wording?.body ?? '').map(({ key, text }) => (
          <p key={key}>{text}</p>
        ))}
      </article>
      <section className="row" aria-label={t('didItHelp')}>
        <span>{t('didItHelp')}</span>
        {([true, false] as const).map((helped) => (
          <Button
            key={String(helped)}
            aria-pressed={article.mine === helped}
            busy={rate.pending}
            onClick={() => void rate.send({ params: { articleId }, body: { helped } })}
          >
            {helped ? t('yes') : t('no')}
          </Button>
        ))}
        <span className="muted">{t('helped', { yes: article.helped.yes })}</span>
      </section>
      <p className="muted">{t('writtenBy', { author: article.author.name, editor: article.editor.name, at: format.instant(article.updatedAt) })}</p>
      {may('knowledge.write') && <ArticleVersions articleId={article.id} />}
    </Page>
  );
}

/** An empty line ends a paragraph; what is written is shown as it is, never as markup. */
function paragraphsOf(body: string): readonly { readonly key: string; readonly text: string }[] {
  return body
    .split(/\n\s*\n/)
    .map((text, i) => ({ key: String(i), text: text.trim() }))
    .filter(({ text }) => text !== '');
}
