import { useMessages } from '../../i18n/messages.ts';
import { PublicLayout } from '../../shell/public-layout.tsx';
import { landingMessages } from './landing-messages.ts';
import { Plans } from './plans.tsx';

export default function PricingPage() {
  const t = useMessages(landingMessages);
  return (
    <PublicLayout title={t('pricing')}>
      <Plans asPage />
    </PublicLayout>
  );
}
