import { AgedPage } from './aged-page.tsx';

export default function AgedReceivablesPage() {
  return <AgedPage kind="agedReceivables" />;
}
