import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/choice-fields.tsx';
import { useDraft } from '../../ui/draft.ts';
import { Form } from '../../ui/form.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { useKinds } from '../desk/use-desk.ts';
import type { Article } from './article-page.tsx';
import { knowledgeMessages } from './knowledge-messages.ts';

interface ArticleFormProps {
  readonly article: Article | undefined;
  readonly onSaved: (id: string) => void;
  readonly onCancel: () => void;
}

const BODY_LENGTH = 20_000;
const MAX_TAGS = 10;

/** An article in one language or both. What is typed survives a reload. */
export function ArticleForm({ article, onSaved, onCancel }: ArticleFormProps) {
  const t = useMessages(knowledgeMessages);
  const common = useMessages(commonMessages);
  const { language } = useLanguage();
  const firm = useFirm();
  const draft = useDraft(firm.owner, article ? `article/${article.id}/${article.version}` : 'article/new', () => ({
    titleEn: article?.wordings.en?.title ?? '',
    bodyEn: article?.wordings.en?.body ?? '',
    titleAr: article?.wordings.ar?.title ?? '',
    bodyAr: article?.wordings.ar?.body ?? '',
    kinds: article?.kinds ?? ([] as readonly string[]),
    tags: article?.tags.join(language === 'ar' ? '، ' : ', ') ?? '',
  }));
  const write = useFirmSubmit('writeArticle', { keeper: draft });
  const change = useFirmSubmit('changeArticle', { keeper: draft });
  const { value, set } = draft;
  const { kinds } = useKinds();
  const en = wordingOf(value.titleEn, value.bodyEn);
  const ar = wordingOf(value.titleAr, value.bodyAr);
  const obstacle = en === 'half' || ar === 'half' ? t('halfLanguage') : en === undefined && ar === undefined ? t('oneLanguage') : undefined;
  const reason = useReason('knowledge.write', obstacle);

  const save = async () => {
    if (reason !== undefined || en === 'half' || ar === 'half') return;
    const body = {
      wordings: { ...(en && { en }), ...(ar && { ar }) },
      kinds: [...value.kinds],
      tags: value.tags
        .split(/[,،;\n]+/)
        .map((tag) => tag.trim())
        .filter(Boolean)
        .slice(0, MAX_TAGS),
    };
    const answer = article ? await change.send({ params: { articleId: article.id }, body }, `"${article.version}"`) : await write.send({ body });
    if (!answer) return;
    draft.discard();
    onSaved(answer.body.id);
  };
  const own = { title: t('titleArabic'), body: t('bodyArabic') };
  const other = { title: t('titleEnglish'), body: t('bodyEnglish') };
  const arabic = (
    <fieldset key="ar" className="stack">
      <legend>{t('inArabic')}</legend>
      <TextField
        label={own.title}
        lang="ar"
        dir="rtl"
        value={value.titleAr}
        onChange={(titleAr) => set({ titleAr })}
        pointer="/wordings/ar/title"
        autoComplete="off"
      />
      <TextArea
        label={own.body}
        rows={8}
        maxLength={BODY_LENGTH}
        value={value.bodyAr}
        onChange={(bodyAr) => set({ bodyAr })}
        pointer="/wordings/ar/body"
      />
    </fieldset>
  );
  const english = (
    <fieldset key="en" className="stack">
      <legend>{t('inEnglish')}</legend>
      <TextField
        label={other.title}
        lang="en"
        dir="ltr"
        value={value.titleEn}
        onChange={(titleEn) => set({ titleEn })}
        pointer="/wordings/en/title"
        autoComplete="off"
      />
      <TextArea
        label={other.body}
        rows={8}
        maxLength={BODY_LENGTH}
        value={value.bodyEn}
        onChange={(bodyEn) => set({ bodyEn })}
        pointer="/wordings/en/body"
      />
    </fieldset>
  );
  return (
    <Form
      problem={write.problem ?? change.problem}
      onSubmit={() => void save()}
      draft={draft}
      label={article ? t('edit', { title: article.titles[language] ?? '' }) : t('newArticle')}
    >
      <div className="columns">{language === 'ar' ? [arabic, english] : [english, arabic]}</div>
      <TextField
        label={t('tags')}
        hint={t('tagsHint')}
        value={value.tags}
        onChange={(tags) => set({ tags })}
        pointer="/tags"
        autoComplete="off"
        optional
      />
      <fieldset className="row">
        <legend>{t('kind')}</legend>
        {kinds.map(({ code, name }) => (
          <CheckField
            key={code}
            label={name[language]}
            checked={value.kinds.includes(code)}
            onChange={(on) => set({ kinds: on ? [...value.kinds, code] : value.kinds.filter((one) => one !== code) })}
          />
        ))}
      </fieldset>
      <div className="row">
        <Button type="submit" kind="primary" reason={reason} busy={write.pending || change.pending}>
          {common('save')}
        </Button>
        <Button onClick={onCancel}>{common('cancel')}</Button>
      </div>
    </Form>
  );
}

/** A wording as far as it is typed; half of one is none. */
function wordingOf(title: string, body: string): { readonly title: string; readonly body: string } | 'half' | undefined {
  const typed = { title: title.trim(), body: body.trim() };
  if (typed.title === '' && typed.body === '') return undefined;
  return typed.title === '' || typed.body === '' ? 'half' : typed;
}
