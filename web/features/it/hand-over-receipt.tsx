import { conditions } from '../../../domain/it/assets/hand-over.ts';
import type { Text } from '../../../domain/kernel/language.ts';
import type { Output } from '../../api/route-types.ts';
import { formatIn } from '../../i18n/format.ts';
import { localeOf, useLanguage } from '../../i18n/language.tsx';
import { useFirm } from '../../shell/firm-context.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import '../documents/printed-document.css';
import { itMessages } from './it-messages.ts';
import './receipt.css';

type Words = keyof typeof itMessages;

/** A word in the reader’s language with the other beside it: the sheet is for whoever signs, whichever they read. */
function Both({ words }: { readonly words: Text }) {
  const { language } = useLanguage();
  const other = language === 'ar' ? 'en' : 'ar';
  return (
    <span className="both">
      <bdi>{words[language]}</bdi>{' '}
      <bdi lang={other} className="muted">
        {words[other]}
      </bdi>
    </span>
  );
}

/** The sheet of a hand-over or a return, with what proves its acceptance. */
export function HandOverReceipt({ one }: { readonly one: Output<'getHandOver'> }) {
  const { language } = useLanguage();
  const { name } = useFirm();
  const format = formatIn(localeOf(language));
  const { acceptance } = one;
  const said = (key: Words): Text => itMessages[key];
  const rows: readonly (readonly [Words, React.ReactNode])[] = [
    ['custodian', <bdi key="c">{one.holder.name}</bdi>],
    [one.kind === 'return' ? 'receivedBy' : 'issuedBy', <bdi key="i">{one.issuedBy.name}</bdi>],
    ['issuedAt', format.instant(one.issuedAt)],
    ['condition', <Both key="k" words={conditions[one.condition]} />],
    ['accessories', one.accessories && <bdi>{one.accessories}</bdi>],
    ['note', one.note && <bdi>{one.note}</bdi>],
    ['reason', one.reason && <bdi>{one.reason}</bdi>],
    ['acceptedBy', acceptance && <bdi>{acceptance.by.name}</bdi>],
    ['typedName', acceptance?.typedName && <bdi>{acceptance.typedName}</bdi>],
    ['witness', acceptance?.witness && <bdi>{acceptance.witness.name}</bdi>],
    ['acceptedAt', acceptance && format.instant(acceptance.at)],
    ['acceptedFrom', acceptance && <span className="code">{acceptance.from}</span>],
    [
      'digest',
      acceptance && (
        <span className="code" style={{ overflowWrap: 'anywhere' }}>
          {acceptance.digest}
        </span>
      ),
    ],
  ];
  return (
    <article className="sheet">
      <header>
        <h2>
          <Both words={said(one.kind === 'return' ? 'return' : 'handOver')} />
        </h2>
        <bdi className="strong">{name}</bdi>
      </header>
      <Scrolls label={itMessages.things[language]}>
        <table className="table stacks">
          <thead>
            <tr>
              {(['tag', 'name', 'serial', 'model'] as const).map((key) => (
                <th scope="col" key={key}>
                  <Both words={said(key)} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {one.assets.map((asset) => (
              <tr key={asset.asset}>
                <th scope="row">
                  <bdi className="code">{asset.tag}</bdi>
                </th>
                <td>
                  <bdi>{asset.name}</bdi>
                </td>
                <td>
                  <bdi className="code">{asset.serial}</bdi>
                </td>
                <td>
                  <bdi>{asset.model}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
      <dl className="pairs">
        {rows.map(
          ([key, value]) =>
            value && (
              <div key={key} style={{ display: 'contents' }}>
                <dt>
                  <Both words={said(key)} />
                </dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </article>
  );
}
