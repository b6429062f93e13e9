import { faultMatrix } from './matrix.js';

faultMatrix('builds, backups, events and sign-in');
