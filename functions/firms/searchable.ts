import { roles } from '../../domain/firms/permissions.ts';
import { authKeys } from '../platform/auth/keys.ts';
import { queryAll } from '../platform/table/query-all.ts';
import type { Searchables } from '../records/search/searchable.ts';
import { memberOf } from './firm-items.ts';

/** How the people of the firm are found. */
export const firmsSearchables: Searchables = {
  member: {
    by: 'reading',
    async all({ table }) {
      const members = (await queryAll(table, { pk: authKeys.member({ user: '' }).pk })).map(memberOf);
      return members.map(({ user, name, email, role }) => ({ id: user, title: name, subtitle: roles[role], names: [name], texts: [email] }));
    },
  },
};
