import { keyTable } from '../../platform/table/key-table.ts';

/** The keys of services and their status, each by the question it answers. */
export const servicesKeys = keyTable({
  service: { asks: 'One service; and all, in the order of their making', pk: 'SERVICES', sk: '{service}' },
  serviceName: { asks: 'Which service has a name?', pk: 'SERVICE-NAMES', sk: '{name}' },
  serviceUpdate: { asks: 'What was told of the services, by time?', pk: 'SERVICE-UPDATES', sk: '{at}#{update}' },
  updateOfService: { asks: 'What was told of one service, by time?', pk: 'SERVICE-UPDATES-OF#{service}', sk: '{at}#{update}', index: 'gsi1' },
});
