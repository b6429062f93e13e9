import { faultMatrix } from './matrix.js';

const NAMES = ['iam', 's3', 's3-control', 'ec2', 'sts'];

faultMatrix('all other services', (service) => !NAMES.includes(service));
