import { faultMatrix } from './matrix.js';

faultMatrix('principals and buckets', (service) => ['iam', 's3', 's3-control'].includes(service));
