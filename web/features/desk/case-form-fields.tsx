import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { SelectField } from '../../ui/choice-fields.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { caseMessages } from './case-messages.ts';
import { fromKey, type Typed, toKey } from './form-values.ts';
import type { FieldAsked } from './use-desk.ts';

interface CaseFormFieldsProps {
  readonly asked: readonly FieldAsked[];
  readonly typed: Typed;
  readonly onType: (change: Typed) => void;
}

/** The fields of a kind, derived from what the API says that it asks for. */
export function CaseFormFields({ asked, typed, onType }: CaseFormFieldsProps) {
  return (
    <div className="columns">
      {asked.map((field) => (
        <FormField key={field.code} field={field} typed={typed} onType={onType} />
      ))}
    </div>
  );
}

function FormField({ field, typed, onType }: { readonly field: FieldAsked; readonly typed: Typed; readonly onType: (change: Typed) => void }) {
  const t = useMessages(caseMessages);
  const { language } = useLanguage();
  const { code, type, required } = field;
  const label = field.label[language];
  const shared = { label, pointer: `/fields/${code}`, value: typed[code] ?? '', onChange: (value: string) => onType({ [code]: value }) };
  const optional = !required;
  switch (type) {
    case 'text':
      return <TextField {...shared} optional={optional} required={required} maxLength={2000} autoComplete="off" />;
    case 'long':
      return <TextArea {...shared} optional={optional} maxLength={4000} />;
    case 'number':
      return <TextField {...shared} optional={optional} latin inputMode="decimal" />;
    case 'date':
      return <DateField {...shared} />;
    case 'instant':
      return <TextField {...shared} optional={optional} type="datetime-local" latin />;
    case 'flag':
      return (
        <SelectField
          {...shared}
          optional={optional}
          choices={[
            { value: '', label: required ? t('choose') : t('unsaid') },
            { value: 'yes', label: t('yes') },
            { value: 'no', label: t('no') },
          ]}
        />
      );
    case 'choice':
      return (
        <SelectField
          {...shared}
          optional={optional}
          choices={[
            { value: '', label: required ? t('choose') : t('unsaid') },
            ...field.choices
              .filter(({ off, value }) => !off || value === shared.value)
              .map((choice) => ({ value: choice.value, label: choice.label[language] })),
          ]}
        />
      );
    case 'window':
      return (
        <>
          <TextField
            label={t('windowFrom', { label })}
            type="datetime-local"
            latin
            optional={optional}
            pointer={`/fields/${code}/from`}
            value={typed[fromKey(code)] ?? ''}
            onChange={(value) => onType({ [fromKey(code)]: value })}
          />
          <TextField
            label={t('windowTo', { label })}
            type="datetime-local"
            latin
            optional={optional}
            pointer={`/fields/${code}/to`}
            value={typed[toKey(code)] ?? ''}
            onChange={(value) => onType({ [toKey(code)]: value })}
          />
        </>
      );
  }
}
