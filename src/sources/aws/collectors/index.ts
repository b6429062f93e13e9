import type { Collector } from '../collector.js';
import { ec2 } from './ec2.js';
import { iam } from './iam.js';
import { others } from './others.js';
import { s3 } from './s3.js';

/** Everything that is read of an account. */
export const collectors: readonly Collector[] = [...iam, ...s3, ...ec2, ...others];
