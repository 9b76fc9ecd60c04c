import { useApi } from '../../api/queries.ts';
import { useSubmit } from '../../api/submit.ts';
import { useFormat } from '../../i18n/format.ts';
import { defineMessages, useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { Skeleton } from '../../ui/states.tsx';

const messages = defineMessages({
  title: { en: 'Where you are signed in', ar: 'أين سجّلت الدخول' },
  opened: { en: 'Since', ar: 'منذ' },
  address: { en: 'Address', ar: 'العنوان' },
  browser: { en: 'Browser', ar: 'المتصفح' },
  current: { en: 'this one', ar: 'هذه الجلسة' },
  end: { en: 'End', ar: 'إنهاء' },
  endNamed: { en: 'End the session since {at}', ar: 'إنهاء الجلسة منذ {at}' },
  acts: { en: 'Acts', ar: 'إجراءات' },
});

export function Sessions() {
  const t = useMessages(messages);
  const format = useFormat();
  const sessions = useApi('listSessions', {});
  const end = useSubmit('endSession');
  return (
    <section className="card stack" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <Problem problem={sessions.error ?? end.problem} retry={() => void sessions.refetch()} />
      {sessions.isPending && <Skeleton lines={2} height={40} />}
      {sessions.data && (
        <Scrolls>
          <table className="table stacks">
            <thead>
              <tr>
                <th scope="col">{t('opened')}</th>
                <th scope="col">{t('browser')}</th>
                <th scope="col">{t('address')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('acts')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {sessions.data.body.data.map((session) => (
                <tr key={session.id}>
                  <td>
                    {format.instant(session.openedAt)} {session.current && <Chip tone="good">{t('current')}</Chip>}
                  </td>
                  <td>
                    <bdi>{browserOf(session.userAgent)}</bdi>
                  </td>
                  <td>
                    <span className="code">{session.address}</span>
                  </td>
                  <td className="actions">
                    {!session.current && (
                      <Button
                        size="small"
                        aria-label={t('endNamed', { at: format.instant(session.openedAt) })}
                        busy={end.pending}
                        onClick={() => void end.send({ params: { sessionId: session.id } })}
                      >
                        {t('end')}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolls>
      )}
    </section>
  );
}

/** A browser and a system as a person names them. */
function browserOf(userAgent: string): string {
  const browser = /(Edg|OPR|Firefox|Chrome|Safari)\/(\d+)/.exec(userAgent.replace('HeadlessChrome', 'Chrome'));
  const system = /Windows|Mac OS X|Android|iPhone|iPad|Linux/.exec(userAgent)?.[0];
  const names: Readonly<Record<string, string>> = { Edg: 'Edge', OPR: 'Opera' };
  return browser ? `${names[browser[1] ?? ''] ?? browser[1]} ${browser[2]}${system ? ` · ${system}` : ''}` : userAgent.slice(0, 60);
}
