import { faultMatrix } from './matrix.js';

faultMatrix('instances and networks');
