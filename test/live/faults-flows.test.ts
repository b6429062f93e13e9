import { faultMatrix } from './matrix.js';
import { FLOWS } from './shares.js';

faultMatrix('builds, backups, events and sign-in', (service) => FLOWS.includes(service));
