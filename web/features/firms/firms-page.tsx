import { Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import { roles } from '../../../domain/firms/permissions.ts';
import { plans } from '../../../domain/firms/plans.ts';
import { useApi } from '../../api/queries.ts';
import { matches } from '../../i18n/fold.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { defineMessages, useMessages } from '../../i18n/messages.ts';
import { firmPaths, publicPaths } from '../../path-builder.ts';
import { AccountMenu } from '../../shell/account-menu.tsx';
import { Gate } from '../../shell/public-layout.tsx';
import { useSearchState } from '../../shell/search-state.ts';
import { ButtonLink, Link } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';

const messages = defineMessages({
  title: { en: 'Your firms', ar: 'منشآتك' },
  add: { en: 'Add a firm', ar: 'إضافة منشأة' },
  none: { en: 'You are in no firm yet', ar: 'لست في أي منشأة بعد' },
  find: { en: 'Find a firm', ar: 'ابحث عن منشأة' },
  noMatch: { en: 'No firm has that in its name', ar: 'لا منشأة بهذا الاسم' },
  noneHint: { en: 'Open one, or ask for an invitation.', ar: 'افتح منشأة أو اطلب دعوة.' },
});

const SEARCH = { all: '', q: '' };
/** As many as are seen at a glance. */
const GLANCE = 6;

/** Where somebody arrives after signing in: their firm where there is one, a choice where there are more. */
export default function FirmsPage() {
  const t = useMessages(messages);
  const { language } = useLanguage();
  const me = useApi('getMe', {});
  const [search, setSearch] = useSearchState(SEARCH);
  const [typed, setTyped] = useState(search.q);
  const firms = me.data?.body.firms ?? [];
  const found = firms.filter((firm) => matches(firm.name, typed.trim()));
  const [only] = firms;
  if (only && firms.length === 1 && search.all === '') return <Navigate to={firmPaths(only.id).dashboard()} replace />;
  return (
    <Gate title={t('title')} account={me.data && <AccountMenu user={me.data.body.user} />} wide>
      <Problem problem={me.error ?? undefined} retry={() => void me.refetch()} />
      {me.isPending && <Skeleton lines={3} height={62} />}
      {me.data && firms.length === 0 && (
        <EmptyState title={t('none')} action={<ButtonLink href={publicPaths.signUp()}>{t('add')}</ButtonLink>}>
          {t('noneHint')}
        </EmptyState>
      )}
      {firms.length > GLANCE && (
        <TextField
          label={t('find')}
          type="search"
          value={typed}
          onChange={(next) => {
            setTyped(next);
            setSearch({ q: next });
          }}
        />
      )}
      {firms.length > 0 && found.length === 0 && <EmptyState title={t('noMatch')} />}
      <ul className="plain-list stack">
        {found.map((firm) => (
          <li key={firm.id}>
            <Link href={firmPaths(firm.id).dashboard()} className="card figure-card">
              <span className="strong">
                <bdi>{firm.name}</bdi>
              </span>
              <span className="muted">
                {roles[firm.role][language]} · {firm.currency} · {plans[firm.plan].name[language]}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {firms.length > 0 && (
        <div>
          <ButtonLink href={publicPaths.signUp()} icon="plus">
            {t('add')}
          </ButtonLink>
        </div>
      )}
    </Gate>
  );
}
