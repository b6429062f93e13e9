import { faultMatrix } from './matrix.js';

faultMatrix('services of which only little is asked');
