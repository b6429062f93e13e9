import { faultMatrix } from './matrix.js';

faultMatrix('all other services', (service) => !['iam', 's3', 's3-control'].includes(service));
