import type { VerbsOf } from '../../platform/call.ts';
import { addLicence, changeLicence, getLicence, listLicences, renewLicence } from './licences.ts';
import type { licencesRoutes } from './routes.ts';
import { assignSeat, listSeats, releaseSeat } from './seats.ts';

export const licencesVerbs: VerbsOf<typeof licencesRoutes> = {
  addLicence,
  listLicences,
  getLicence,
  changeLicence,
  renewLicence,
  assignSeat,
  listSeats,
  releaseSeat,
};
