import { faultMatrix } from './matrix.js';
import { FURTHER } from './shares.js';

faultMatrix('services of which only little is asked', (service) => FURTHER.includes(service));
