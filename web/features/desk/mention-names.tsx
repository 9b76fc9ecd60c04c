import { fold } from '../../../domain/kernel/fold.ts';
import { defineMessages, useMessages } from '../../i18n/messages.ts';

import { Button } from '../../ui/button.tsx';
import { useColleagues } from './use-desk.ts';

const messages = defineMessages({
  mention: { en: 'Mention', ar: 'الإشارة إلى' },
});
const SHOWN = 5;
/** The name that is being written after an `@`, up to two words of it. */
const BEGUN = /(^|\s)@(\p{L}*(?: \p{L}*)?)$/u;

/** Colleagues whose name begins as what is typed after `@`: a name has to be written whole to reach somebody. */
export function MentionNames({ text, onChoose }: { readonly text: string; readonly onChoose: (text: string) => void }) {
  const t = useMessages(messages);
  const colleagues = useColleagues();
  const begun = BEGUN.exec(text)?.[2];
  if (begun === undefined) return null;
  const names = colleagues.map(({ name }) => name).filter((name) => fold(name).startsWith(fold(begun)) && fold(name) !== fold(begun.trim()));
  if (names.length === 0) return null;
  return (
    <div className="row">
      <span className="muted">{t('mention')}</span>
      {names.slice(0, SHOWN).map((name) => (
        <Button key={name} size="small" onClick={() => onChoose(`${text.slice(0, text.length - begun.length)}${name} `)}>
          <bdi>{name}</bdi>
        </Button>
      ))}
    </div>
  );
}
