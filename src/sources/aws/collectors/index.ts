import type { Collector } from '../collector.js';
import { account } from './account.js';
import { analytics } from './analytics.js';
import { apis } from './apis.js';
import { balancers } from './balancers.js';
import { caches } from './caches.js';
import { cloudControl } from './cloud-control.js';
import { compute } from './compute.js';
import { containerServices } from './containers.js';
import { data } from './data.js';
import { databases } from './databases.js';
import { ec2 } from './ec2.js';
import { edge } from './edge.js';
import { flows } from './flows.js';
import { further } from './further.js';
import { glue } from './glue.js';
import { iam } from './iam.js';
import { learning } from './learning.js';
import { network } from './network.js';
import { organization } from './organization.js';
import { others } from './others.js';
import { s3 } from './s3.js';
import { shared } from './shared.js';
import { signIn } from './sign-in.js';
import { streams } from './streams.js';

/** Types with calls of their own. */
const own: readonly Collector[] = [...account, ...iam, ...s3, ...ec2, ...network, ...containerServices, ...balancers, ...data, ...others, ...databases, ...caches, ...analytics, ...glue, ...streams, ...compute, ...learning, ...edge, ...apis, ...flows, ...signIn, ...further, ...shared, ...organization];

/** Everything that is read of an account. */
export const collectors: readonly Collector[] = [...own, ...cloudControl(new Set(own.flatMap(({ type, makes = [] }) => [type, ...makes.map((one) => one.type)])))];
