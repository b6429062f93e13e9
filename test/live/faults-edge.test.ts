import { faultMatrix } from './matrix.js';

faultMatrix('what stands at the edge');
