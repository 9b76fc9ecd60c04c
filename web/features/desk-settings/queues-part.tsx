import { useState } from 'react';
import { useFirmApi } from '../../api/queries.ts';
import type { RowOf } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useKinds } from '../desk/use-desk.ts';
import { settingsMessages } from './desk-settings-messages.ts';
import type { PartProps, WorkSettings } from './desk-settings-page.tsx';

type Queue = RowOf<'listQueues'>;
type Routing = WorkSettings['routing'];

export function QueuesPart({ settings, etag }: PartProps) {
  const t = useMessages(settingsMessages);
  const { language } = useLanguage();
  const { kinds } = useKinds();
  const read = useFirmApi('listQueues', {});
  const change = useFirmSubmit('changeQueue');
  const [open, setOpen] = useState<Queue | 'new' | undefined>(undefined);
  const queues = read.data?.body.data ?? [];
  const routedTo = (code: string) => kinds.filter((kind) => settings.routing[kind.code] === code).map(({ name }) => name[language]);
  const archive = (queue: Queue) => void change.send({ params: { queue: queue.code }, body: { archived: !queue.archived } }, `"${queue.version}"`);
  return (
    <>
      <section className="stack" aria-label={t('queues')}>
        <Problem problem={read.error ?? change.problem} />
        <Scrolls label={t('queues')}>
          <table className="table stacks">
            <thead>
              <tr>
                <th scope="col">{t('queues')}</th>
                <th scope="col">{t('code')}</th>
                <th scope="col">{t('receives')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('acts')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {queues.map((queue) => (
                <tr key={queue.code}>
                  <th scope="row">
                    {queue.name[language]} {queue.archived && <Chip>{t('archived')}</Chip>}
                  </th>
                  <td>
                    <span className="code">{queue.code}</span>
                  </td>
                  <td>{routedTo(queue.code).join(language === 'ar' ? '، ' : ', ') || <span className="muted">{t('nothing')}</span>}</td>
                  <td className="actions">
                    <Button size="small" aria-label={t('renameNamed', { name: queue.name[language] })} onClick={() => setOpen(queue)}>
                      {t('rename')}
                    </Button>
                    <Button
                      size="small"
                      busy={change.pending}
                      aria-label={
                        queue.archived ? t('restoreNamed', { name: queue.name[language] }) : t('archiveNamed', { name: queue.name[language] })
                      }
                      onClick={() => archive(queue)}
                    >
                      {queue.archived ? t('restore') : t('archive')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolls>
        <div>
          <Button icon="plus" onClick={() => setOpen('new')}>
            {t('addQueue')}
          </Button>
        </div>
      </section>
      <RoutingForm settings={settings} etag={etag} queues={queues} />
      {open && <QueueDialog queue={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />}
    </>
  );
}

function RoutingForm({ settings, etag, queues }: PartProps & { readonly queues: readonly Queue[] }) {
  const t = useMessages(settingsMessages);
  const common = useMessages(commonMessages);
  const { language } = useLanguage();
  const say = useToast();
  const { kinds } = useKinds();
  const [routing, setRouting] = useState<Routing>(settings.routing);
  const change = useFirmSubmit('changeWorkSettings');
  const send = async () => {
    const changed = Object.fromEntries(kinds.filter(({ code }) => routing[code] !== settings.routing[code]).map(({ code }) => [code, routing[code]]));
    if (await change.send({ body: { routing: changed } }, etag)) say(t('saved'));
  };
  return (
    <section className="card" aria-label={t('routing')}>
      <h2>{t('routing')}</h2>
      <Form problem={change.problem} onSubmit={() => void send()}>
        <div className="columns">
          {kinds.map(({ code, name }) => (
            <SelectField
              key={code}
              label={name[language]}
              pointer={`/routing/${code}`}
              value={routing[code]}
              onChange={(queue) => setRouting((before) => ({ ...before, [code]: queue }))}
              choices={queues
                .filter((queue) => !queue.archived || queue.code === routing[code])
                .map((queue) => ({ value: queue.code, label: queue.name[language] }))}
            />
          ))}
        </div>
        <div>
          <Button type="submit" kind="primary" busy={change.pending}>
            {common('save')}
          </Button>
        </div>
      </Form>
    </section>
  );
}

function QueueDialog({ queue, onClose }: { readonly queue: Queue | undefined; readonly onClose: () => void }) {
  const t = useMessages(settingsMessages);
  const common = useMessages(commonMessages);
  const add = useFirmSubmit('addQueue');
  const change = useFirmSubmit('changeQueue');
  const [code, setCode] = useState(queue?.code ?? '');
  const [en, setEn] = useState(queue?.name.en ?? '');
  const [ar, setAr] = useState(queue?.name.ar ?? '');
  const obstacle = [code, en, ar].some((text) => text.trim() === '') ? common('required') : undefined;
  const send = async () => {
    if (obstacle !== undefined) return;
    const name = { en: en.trim(), ar: ar.trim() };
    const done = queue
      ? await change.send({ params: { queue: queue.code }, body: { name } }, `"${queue.version}"`)
      : await add.send({ body: { code: code.trim(), name } });
    if (done) onClose();
  };
  return (
    <Dialog title={queue ? t('rename') : t('addQueue')} onClose={onClose}>
      <Form problem={add.problem ?? change.problem} onSubmit={() => void send()}>
        {!queue && (
          <TextField label={t('code')} hint={t('codeHint')} latin value={code} onChange={setCode} pointer="/code" autoComplete="off" required />
        )}
        <TextField label={common('englishName')} lang="en" value={en} onChange={setEn} pointer="/name/en" autoComplete="off" required />
        <TextField label={common('arabicName')} lang="ar" value={ar} onChange={setAr} pointer="/name/ar" autoComplete="off" required />
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="primary" reason={obstacle} busy={add.pending || change.pending}>
            {common('save')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
