import type { Client } from '../host.ts';
import { ACCOUNTS } from './workload.ts';

/** Accounts of the firm's own chart that the workload moves; those that take one currency alone are left out. */
export async function chartCodes(client: Client): Promise<readonly string[]> {
  const { status, body } = await client.get('/accounts');
  if (status !== 200) throw new Error(`the chart: ${status}`);
  const accounts: readonly { readonly code: string; readonly role?: string; readonly currency?: string }[] = body.data;
  return accounts
    .filter(({ role, currency }) => role !== 'fx-clearing' && currency === undefined)
    .slice(0, ACCOUNTS)
    .map(({ code }) => code);
}
