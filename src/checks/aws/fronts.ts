/** Where a workload stands towards the internet, as far as the code tells: what makes a weakness in it worth more haste. It decides nothing by itself. */
import { equals, not, type Evidence } from '../../model/index.js';
import type { CheckContext } from '../define.js';

export interface Front {
  /** A clause: "behind the internet-facing load balancer `aws_lb.web`". */
  readonly said: string;
  readonly evidence: readonly Evidence[];
}

/** Of a task definition: public addresses of the services that run it, and load balancers towards the internet that stand before them. */
export function frontsOf({ pointingHere, from }: Pick<CheckContext, 'pointingHere' | 'from'>): readonly Front[] {
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
