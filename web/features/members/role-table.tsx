import { may, type Permission, permissions, roleNames, roles } from '../../../domain/firms/permissions.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { Icon } from '../../ui/icons.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { memberMessages } from './member-messages.ts';
import { permissionNames } from './permission-words.ts';

/** The permission table itself, as the service keeps it. */
export function RoleTable() {
  const t = useMessages(memberMessages);
  const { language } = useLanguage();
  const acts = Object.keys(permissions) as Permission[];
  return (
    <details className="card">
      <summary className="strong">{t('what')}</summary>
      <Scrolls label={t('what')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('act')}</th>
              {roleNames.map((role) => (
                <th key={role} scope="col">
                  {roles[role][language]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {acts.map((permission) => (
              <tr key={permission}>
                <th scope="row">{permissionNames[permission][language]}</th>
                {roleNames.map((role) => (
                  <td key={role}>
                    {may(role, permission) ? (
                      <>
                        <Icon name="check" size={16} />
                        <span className="visually-hidden">{t('may')}</span>
                      </>
                    ) : (
                      <span className="visually-hidden">{t('mayNot')}</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
    </details>
  );
}
