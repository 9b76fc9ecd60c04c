import { useState } from 'react';
import { clockTitles } from '../../../domain/work/cases/mails.ts';
import { clockNames } from '../../../domain/work/clocks/policy.ts';
import { priorities, priorityNames } from '../../../domain/work/kinds/priority.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { latinDigits } from '../../i18n/digits.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { type KindCode, useKinds } from '../desk/use-desk.ts';
import { settingsMessages } from './desk-settings-messages.ts';
import type { PartProps } from './desk-settings-page.tsx';

/** What the desk promises for a kind, by priority. */
export function TargetsPart({ settings, etag }: PartProps) {
  const t = useMessages(settingsMessages);
  const common = useMessages(commonMessages);
  const { language } = useLanguage();
  const say = useToast();
  const { kinds } = useKinds();
  const [kind, setKind] = useState<KindCode>('incident');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [warn, setWarn] = useState(String(settings.warnAtPercent));
  const change = useFirmSubmit('changeWorkSettings');
  const targets = settings.targets[kind];
  const clocks = clockNames.filter((clock) => priorityNames.every((priority) => targets[priority][clock] !== undefined));
  const keyOf = (priority: string, clock: string) => `${kind}.${priority}.${clock}`;
  const send = async () => {
    const changed = Object.fromEntries(
      priorityNames.map((priority) => [
        priority,
        Object.fromEntries(
          clocks.flatMap((clock) => {
            const text = typed[keyOf(priority, clock)];
            return text === undefined ? [] : [[clock, Number(latinDigits(text))]];
          }),
        ),
      ]),
    );
    const answer = await change.send({ body: { targets: { [kind]: changed }, warnAtPercent: Number(latinDigits(warn)) } }, etag);
    if (answer) say(t('savedRefold'));
  };
  return (
    <section className="card" aria-label={t('targets')}>
      <Form problem={change.problem} onSubmit={() => void send()} label={t('targets')}>
        <p className="muted">{t('targetsHint')}</p>
        <div className="columns">
          <SelectField
            label={t('kind')}
            value={kind}
            onChange={setKind}
            choices={kinds.map(({ code, name }) => ({ value: code, label: name[language] }))}
          />
          <TextField label={t('warn')} latin inputMode="numeric" value={warn} onChange={setWarn} pointer="/warnAtPercent" />
        </div>
        <Scrolls label={t('targets')}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('targets')}</th>
                {clocks.map((clock) => (
                  <th key={clock} scope="col">
                    {t('minutes', { clock: clockTitles[clock][language] })}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {priorityNames.map((priority) => (
                <tr key={priority}>
                  <th scope="row">{priorities[priority][language]}</th>
                  {clocks.map((clock) => (
                    <td key={clock}>
                      <TextField
                        label={t('cell', { priority: priorities[priority][language], clock: clockTitles[clock][language] })}
                        hideLabel
                        latin
                        inputMode="numeric"
                        value={typed[keyOf(priority, clock)] ?? String(targets[priority][clock] ?? '')}
                        onChange={(text) => setTyped((before) => ({ ...before, [keyOf(priority, clock)]: text }))}
                        pointer={`/targets/${kind}/${priority}/${clock}`}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolls>
        <div>
          <Button type="submit" kind="primary" busy={change.pending}>
            {common('save')}
          </Button>
        </div>
      </Form>
    </section>
  );
}
