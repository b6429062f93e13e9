import { faultMatrix } from './matrix.js';

faultMatrix('all other services');
