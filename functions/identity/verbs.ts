import type { VerbsOf } from '../platform/call.ts';
import { changeMe } from './change-me.ts';
import { changePassword } from './change-password.ts';
import { completeEmailVerification } from './complete-email-verification.ts';
import { completePasswordReset } from './complete-password-reset.ts';
import { endSession } from './end-session.ts';
import { getMe } from './get-me.ts';
import { listSessions } from './list-sessions.ts';
import { requestEmailVerification } from './request-email-verification.ts';
import { requestPasswordReset } from './request-password-reset.ts';
import type { identityRoutes } from './routes.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { signUp } from './sign-up.ts';

export const identityVerbs: VerbsOf<typeof identityRoutes> = {
  signUp,
  signIn,
  signOut,
  listSessions,
  endSession,
  getMe,
  changeMe,
  changePassword,
  requestPasswordReset,
  completePasswordReset,
  requestEmailVerification,
  completeEmailVerification,
};
