// Generated from the rooms of api.ts by `npm run generate`.
import type { RouteIndex } from '../platform/http/route-index.ts';

export const identityIndex = {
  identity: {
    signUp: { method: 'POST', path: '/sign-up', permission: 'public', perMinute: 60 },
    signIn: { method: 'POST', path: '/sessions', permission: 'public', perMinute: 120 },
    signOut: { method: 'DELETE', path: '/sessions/current', permission: 'signed-in' },
    listSessions: { method: 'GET', path: '/sessions', permission: 'signed-in' },
    endSession: { method: 'DELETE', path: '/sessions/{sessionId}', permission: 'signed-in' },
    getMe: { method: 'GET', path: '/me', permission: 'signed-in' },
    changeMe: { method: 'PATCH', path: '/me', permission: 'signed-in' },
    changePassword: { method: 'POST', path: '/me/password', permission: 'signed-in', perMinute: 30 },
    requestPasswordReset: { method: 'POST', path: '/password-resets', permission: 'public', perMinute: 30 },
    completePasswordReset: { method: 'POST', path: '/password-resets/complete', permission: 'public', perMinute: 30 },
    requestEmailVerification: { method: 'POST', path: '/email-verifications', permission: 'signed-in', perMinute: 30 },
    completeEmailVerification: { method: 'POST', path: '/email-verifications/complete', permission: 'public', perMinute: 30 },
  },
} as const satisfies RouteIndex;
