import { faultMatrix } from './matrix.js';

faultMatrix('databases and streams');
