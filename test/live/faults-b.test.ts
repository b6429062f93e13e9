import { faultMatrix } from './matrix.js';

faultMatrix('instances and networks', (service) => service === 'ec2');
