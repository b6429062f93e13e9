import { faultMatrix } from './matrix.js';
import { EDGE, FLOWS, FURTHER } from './shares.js';

const NAMES = ['iam', 's3', 's3-control', 'ec2', 'sts', ...EDGE, ...FLOWS, ...FURTHER];

faultMatrix('all other services', (service) => !NAMES.includes(service));
