import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.ts';
import { accessMessages } from './access-messages.ts';
import './seats-bar.css';

/** How full a licence is: the words say it, the bar helps. */
export function SeatsBar({ held, seats }: { readonly held: number; readonly seats: number }) {
  const t = useMessages(accessMessages);
  const format = useFormat();
  const words = t('seatsHeld', { held: format.number(held), seats: format.number(seats) });
  return (
    <span className="seats-bar">
      <span className={held >= seats ? 'seats full' : 'seats'} aria-hidden="true">
        <span style={{ inlineSize: `${Math.min(100, Math.round((held / Math.max(1, seats)) * 100))}%` }} />
      </span>
      <span>{words}</span>
    </span>
  );
}
