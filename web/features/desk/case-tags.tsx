import { useState } from 'react';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { caseMessages } from './case-messages.ts';
import type { CaseInFull } from './case-page.tsx';

export function CaseTags({ one }: { readonly one: CaseInFull }) {
  const t = useMessages(caseMessages);
  const common = useMessages(commonMessages);
  const tag = useFirmSubmit('tagCase');
  const [typed, setTyped] = useState('');
  const mayTag = useReason('case.work', one.mergedInto === null ? undefined : t('wasMerged'));
  const params = { caseId: one.id };
  const add = async () => {
    if (typed.trim() !== '' && (await tag.send({ params, body: { add: [typed.trim()] } }))) setTyped('');
  };
  return (
    <section className="card stack" aria-label={t('tags')}>
      <h2>{t('tags')}</h2>
      <div className="row">
        {one.tags.map((each) => (
          <span key={each} className="tag row">
            <bdi>{each}</bdi>
            {mayTag === undefined && (
              <Button
                kind="quiet"
                size="small"
                icon="close"
                aria-label={t('removeTag', { tag: each })}
                onClick={() => void tag.send({ params, body: { remove: [each] } })}
              />
            )}
          </span>
        ))}
      </div>
      {mayTag === undefined && (
        <Form problem={tag.problem} onSubmit={() => void add()} className="row end">
          <TextField label={t('newTag')} hideLabel placeholder={t('newTag')} value={typed} onChange={setTyped} pointer="/add/0" />
          <Button type="submit" size="small" busy={tag.pending} reason={typed.trim() === '' ? common('required') : undefined}>
            {common('add')}
          </Button>
        </Form>
      )}
    </section>
  );
}
