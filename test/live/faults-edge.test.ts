import { faultMatrix } from './matrix.js';
import { EDGE } from './shares.js';

faultMatrix('what stands at the edge', (service) => EDGE.includes(service));
