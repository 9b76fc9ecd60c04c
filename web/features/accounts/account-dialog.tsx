import { accountRoles } from '../../../domain/accounting/charts/chart.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraft } from '../../ui/draft.ts';
import { Form } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { accountMessages, accountRoleNames, accountTypeNames, accountTypes } from './account-words.ts';
import type { Account } from './use-accounts.ts';

interface AccountDialogProps {
  /** Absent: a new one. */
  readonly account: Account | undefined;
  readonly onClose: () => void;
}

/** Adds an account, or changes what may change of one. A name given in one language serves for the other until it is translated. */
export function AccountDialog({ account, onClose }: AccountDialogProps) {
  const t = useMessages(accountMessages);
  const common = useMessages(commonMessages);
  const { language } = useLanguage();
  const { owner } = useFirm();
  const say = useToast();
  const draft = useDraft(owner, account ? `account/${account.code}/${account.version}` : 'account/new', () => ({
    code: account?.code ?? '',
    en: account?.name.en ?? '',
    ar: account?.name.ar ?? '',
    type: account?.type ?? 'expense',
    role: account?.role ?? '',
    currency: account?.currency ?? '',
  }));
  const add = useFirmSubmit('addAccount', { keeper: draft });
  const change = useFirmSubmit('changeAccount', { keeper: draft });
  const { value, set } = draft;

  const save = async () => {
    const name = { en: value.en || value.ar, ar: value.ar || value.en };
    const role = accountRoles.find((each) => each === value.role);
    const type = accountTypes.find((each) => each === value.type) ?? 'expense';
    const answer = account
      ? await change.send({ params: { code: account.code }, body: { name, type, role: role ?? null } }, `"${account.version}"`)
      : await add.send({
          body: {
            code: value.code.trim(),
            name,
            type,
            ...(role && { role }),
            ...(value.currency && { currency: value.currency.trim().toUpperCase() }),
          },
        });
    if (!answer) return;
    draft.discard();
    say(t('saved', { code: answer.body.code }));
    onClose();
  };
  return (
    <Dialog title={account ? t('edit', { code: account.code }) : t('add')} onClose={onClose}>
      <Form problem={add.problem ?? change.problem} onSubmit={() => void save()} draft={draft}>
        {!account && (
          <TextField label={t('code')} hint={t('codeHint')} value={value.code} onChange={(code) => set({ code })} pointer="/code" required />
        )}
        <div className="columns">
          <TextField label={common('arabicName')} lang="ar" value={value.ar} onChange={(ar) => set({ ar })} pointer="/name/ar" />
          <TextField label={common('englishName')} lang="en" value={value.en} onChange={(en) => set({ en })} pointer="/name/en" />
        </div>
        <div className="columns">
          <SelectField
            label={t('type')}
            value={value.type}
            onChange={(type) => set({ type })}
            pointer="/type"
            choices={accountTypes.map((type) => ({ value: type, label: accountTypeNames[type][language] }))}
          />
          <SelectField
            label={t('role')}
            hint={t('roleHint')}
            value={value.role}
            onChange={(role) => set({ role })}
            pointer="/role"
            choices={[
              { value: '' as const, label: t('noRole') },
              ...accountRoles.map((role) => ({ value: role, label: accountRoleNames[role][language] })),
            ]}
          />
          {!account && (
            <TextField
              label={t('currency')}
              placeholder={t('anyCurrency')}
              latin
              value={value.currency}
              onChange={(currency) => set({ currency })}
              pointer="/currency"
              optional
            />
          )}
        </div>
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="primary" busy={add.pending || change.pending}>
            {common('save')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
