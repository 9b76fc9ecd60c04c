import { Outlet, useParams } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { may } from '../../domain/firms/permissions.ts';
import { digitsOf } from '../../domain/kernel/currencies.ts';
import { useApi } from '../api/queries.ts';
import { isLanguageChosen, useLanguage } from '../i18n/language.tsx';
import { firmPaths } from '../path-builder.ts';
import { Problem } from '../ui/notice.tsx';
import { Skeleton } from '../ui/states.tsx';
import { AppShell } from './app-shell.tsx';
import { FirmContext, type FirmInView, todayIn } from './firm-context.tsx';

const PROFILE_FRESH_MS = 5 * 60_000;

/** Everything under `/firms/{firmId}`: reads who is asking and which firm this is, then shows the shell around the page. */
export function FirmLayout() {
  const { firmId = '' } = useParams({ strict: false }) as { firmId?: string };
  const me = useApi('getMe', {}, { staleTime: PROFILE_FRESH_MS });
  const profile = useApi('getFirm', { params: { firmId } }, { staleTime: PROFILE_FRESH_MS });
  const { setLanguage } = useLanguage();
  const own = me.data?.body.user.language;
  useEffect(() => {
    if (own && !isLanguageChosen()) setLanguage(own);
  }, [own, setLanguage]);
  const paths = useMemo(() => firmPaths(firmId), [firmId]);
  const firm = useMemo<FirmInView | undefined>(() => {
    const found = profile.data?.body;
    const user = me.data?.body.user;
    const role = me.data?.body.firms.find((each) => each.id === firmId)?.role;
    if (!found || !user || !role) return undefined;
    return {
      id: firmId,
      name: found.name,
      country: found.country,
      currency: found.currency,
      digits: digitsOf(found.currency) ?? 2,
      language: found.language,
      timeZone: found.timeZone,
      fiscalYearStart: found.fiscalYearStart,
      role,
      user,
      paths,
      owner: `${user.id}:${firmId}`,
      may: (permission) => may(role, permission),
      today: () => todayIn(found.timeZone),
    };
  }, [firmId, me.data, profile.data, paths]);

  const problem = profile.error ?? me.error ?? undefined;
  if (!firm) {
    return (
      <AppShell firmId={firmId} paths={paths}>
        {problem ? (
          <Problem
            problem={problem}
            retry={() => {
              void me.refetch();
              void profile.refetch();
            }}
          />
        ) : (
          <Skeleton lines={4} height={40} />
        )}
      </AppShell>
    );
  }
  return (
    <FirmContext value={firm}>
      <AppShell firmId={firmId} paths={paths} firm={firm}>
        <Outlet />
      </AppShell>
    </FirmContext>
  );
}
