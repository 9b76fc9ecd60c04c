import type { Refusal } from '../../../domain/kernel/decision.ts';
import { type HttpEvent, type HttpResponse, openExchange } from './exchange.ts';
import type { ApiHost } from './host.ts';
import { refused } from './refuse.ts';
import { securityHeaders } from './security-headers.ts';

/** What a host itself refuses, before any function is asked, in the same form as what the functions refuse. */
export async function refuseRequest(event: HttpEvent, refusal: Refusal, host: ApiHost): Promise<HttpResponse> {
  const response = await refused(openExchange(event, host.ports()), refusal);
  securityHeaders(response, host.secure ?? false);
  return response;
}
