import type * as z from 'zod';
import type { User as Person } from '../../domain/identity/sign-up.ts';
import type { User } from './routes.ts';

export const wireUser = ({ id, name, email, language, verifiedAt }: Person): z.input<typeof User> => ({
  id,
  name,
  email,
  language,
  emailVerified: verifiedAt !== undefined,
});
