/** Where a workload stands towards the internet, as far as the code tells: what makes a weakness in it worth more haste. It decides nothing by itself. */
import { child, equals, evidenceOf, isFalse, not, type Evidence, type Field } from '../../model/index.js';
import type { CheckContext } from '../define.js';

export interface Front {
  /** A clause: "behind the internet-facing load balancer `aws_lb.web`". */
  readonly said: string;
  readonly evidence: readonly Evidence[];
}

/** Of what runs an image: public addresses, and load balancers towards the internet that stand before it. */
export const frontsOf = (properties: Field<unknown>, context: Pick<CheckContext, 'pointingHere' | 'from' | 'resource'>): readonly Front[] => [...servicesOf(context), ...urlsOf(context), ...runnerOf(properties, context)];

/** App Runner gives each service a public address, unless it is told not to. */
function runnerOf(properties: Field<unknown>, { resource }: Pick<CheckContext, 'resource'>): readonly Front[] {
  if (resource.type !== 'AWS::AppRunner::Service') return [];
  const reached = child<boolean>(child(child(properties, 'NetworkConfiguration'), 'IngressConfiguration'), 'IsPubliclyAccessible');
  return isFalse(reached).truth === false ? [{ said: `behind the public address of \`${resource.address}\``, evidence: [evidenceOf(reached)] }] : [];
}

/** Addresses of a function that ask nobody who they are. */
const urlsOf = ({ pointingHere }: Pick<CheckContext, 'pointingHere'>): readonly Front[] =>
  pointingHere('AWS::Lambda::Url').members.flatMap(({ resource, properties: { AuthType: asks } }): readonly Front[] => {
    const open = equals(asks, 'NONE');
    return open.truth === true ? [{ said: `behind the open address \`${resource.address}\``, evidence: open.evidence }] : [];
  });

/** Of a task definition: public addresses of the services that run it, and load balancers towards the internet that stand before them. */
function servicesOf({ pointingHere, from }: Pick<CheckContext, 'pointingHere' | 'from'>): readonly Front[] {
  return pointingHere('AWS::ECS::Service').members.flatMap(({ resource: service, properties }): readonly Front[] => {
    const address = equals(properties.NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp, 'ENABLED');
    const balancers = from(service)
      .through('LoadBalancers.TargetGroupArn', 'AWS::ElasticLoadBalancingV2::TargetGroup')
      .members.flatMap(({ resource: group }) => from(group).pointingHere('AWS::ElasticLoadBalancingV2::Listener').members)
      .flatMap(({ resource: listener }) => from(listener).through('LoadBalancerArn', 'AWS::ElasticLoadBalancingV2::LoadBalancer').members)
      .flatMap(({ resource: balancer, properties: { Scheme: scheme } }): readonly Front[] => {
        const facing = not(equals(scheme, 'internal'));
        return facing.truth === true ? [{ said: `behind the internet-facing load balancer \`${balancer.address}\``, evidence: facing.evidence }] : [];
      });
    return [...(address.truth === true ? [{ said: `with public addresses of the service \`${service.address}\``, evidence: address.evidence }] : []), ...balancers];
  });
}
