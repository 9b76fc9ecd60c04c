import * as z from 'zod';
import type { Party } from '../../../domain/accounting/invoicing/contact.ts';
import type { ContactDefaults } from '../../../domain/accounting/invoicing/create-contact.ts';
import { profileFor } from '../../../domain/firms/country-profiles.ts';
import { firmKey } from '../../platform/auth/keys.ts';
import type { FirmCall } from '../../platform/call.ts';

const numbering = z.object({ prefix: z.string(), digits: z.number(), restarts: z.enum(['yearly', 'never']) });
const StoredSettings = z.object({
  taxNumber: z.string().optional(),
  address: z
    .object({ street: z.string(), building: z.string(), district: z.string(), city: z.string(), region: z.string(), postalCode: z.string() })
    .partial()
    .optional(),
  invoicing: z
    .object({
      numbering: z.object({ invoice: numbering, creditNote: numbering }),
      taxRounding: z.object({ level: z.enum(['line', 'document']), mode: z.enum(['half-up', 'half-even']) }),
      dueDays: z.number(),
    })
    .optional(),
});

const DUE_DAYS = 30;

/** How the firm numbers, rounds and signs its documents: as it has set it, or as is usual in its country. */
export async function firmSettings({ table, firm }: Pick<FirmCall, 'table' | 'firm'>) {
  const { taxNumber, address, invoicing } = StoredSettings.parse((await table.get(firmKey)) ?? {});
  const profile = profileFor(firm.country);
  const { street, building, ...place } = address ?? {};
  const line = [building, street].filter(Boolean).join(' ');
  const printed = Object.fromEntries(Object.entries({ ...place, street: line }).filter(([, value]) => value));
  const seller: Party = {
    name: firm.name,
    country: firm.country,
    ...(taxNumber && { taxNumber }),
    ...(Object.keys(printed).length > 0 && { address: printed }),
  };
  return {
    numbering: invoicing?.numbering ?? profile.numbering,
    rounding: invoicing?.taxRounding ?? profile.taxRounding,
    dueDays: invoicing?.dueDays ?? DUE_DAYS,
    seller,
  };
}

const StoredFirm = z.object({ country: z.string(), language: z.enum(['en', 'ar']), invoicing: z.object({ dueDays: z.number() }).optional() });

/** What a contact of the firm is unless it says otherwise, for whoever works without a request: an import. */
export async function contactDefaults(table: Pick<FirmCall['table'], 'get'>): Promise<ContactDefaults> {
  const { country, language, invoicing } = StoredFirm.parse((await table.get(firmKey)) ?? {});
  return { country, language, paymentTermsDays: invoicing?.dueDays ?? DUE_DAYS };
}
