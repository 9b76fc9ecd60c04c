import { AgedPage } from './aged-page.tsx';

export default function AgedPayablesPage() {
  return <AgedPage kind="agedPayables" />;
}
