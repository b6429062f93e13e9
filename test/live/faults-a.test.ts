import { faultMatrix } from './matrix.js';

faultMatrix('principals and buckets');
