/** Networks and what stands in front of services. */
import { aws, template, terraform, written, type DefaultTable } from './table.js';

const attributes = 'elasticloadbalancing/latest/application/edit-load-balancer-attributes.html';

export const network: DefaultTable = {
  'AWS::EC2::Subnet': {
    MapPublicIpOnLaunch: [template(false), terraform(false, 'subnet#map_public_ip_on_launch')],
  },
  'AWS::EC2::SecurityGroup': {
    // The two differ: AWS adds an allow-all rule to a new group, Terraform removes it.
    SecurityGroupEgress: [
      template([
        { IpProtocol: '-1', CidrIp: '0.0.0.0/0' },
        { IpProtocol: '-1', CidrIpv6: '::/0' },
      ]),
      terraform([], 'security_group#egress'),
    ],
  },
  'AWS::EC2::TransitGateway': {
    AutoAcceptSharedAttachments: [template('disable'), terraform('disable', 'ec2_transit_gateway#auto_accept_shared_attachments')],
  },
  'AWS::ElasticLoadBalancingV2::LoadBalancer': {
    Type: [template('application'), terraform('application', 'lb#load_balancer_type')],
    Scheme: [template('internet-facing'), terraform('internet-facing', 'lb#internal')],
    'LoadBalancerAttributes.deletion_protection.enabled': [template(false, aws(attributes)), terraform(false, 'lb#enable_deletion_protection')],
    'LoadBalancerAttributes.access_logs.s3.enabled': [template(false, aws(attributes)), terraform(false, 'lb#access_logs')],
    'LoadBalancerAttributes.connection_logs.s3.enabled': [template(false, aws(attributes)), terraform(false, 'lb#connection_logs')],
    'LoadBalancerAttributes.routing.http.drop_invalid_header_fields.enabled': [template(false, aws(attributes)), terraform(false, 'lb#drop_invalid_header_fields')],
    'LoadBalancerAttributes.routing.http.desync_mitigation_mode': [template('defensive', aws(attributes)), terraform('defensive', 'lb#desync_mitigation_mode')],
    'LoadBalancerAttributes.waf.fail_open.enabled': [template(false, aws(attributes)), terraform(false, 'lb#enable_waf_fail_open')],
  },
  'AWS::ElasticLoadBalancingV2::Listener': {
    // Holds for HTTPS and TLS listeners; the console picks a newer policy, the API does not.
    SslPolicy: [
      template('ELBSecurityPolicy-2016-08', aws('elasticloadbalancing/latest/application/describe-ssl-policies.html')),
      terraform('ELBSecurityPolicy-2016-08', 'lb_listener#ssl_policy'),
    ],
    'MutualAuthentication.Mode': [template('off')],
  },
  'AWS::ElasticLoadBalancing::LoadBalancer': {
    Scheme: [written('internet-facing', aws('elasticloadbalancing/2012-06-01/APIReference/API_CreateLoadBalancer.html'))],
  },
  'AWS::ApiGateway::RestApi': {
    DisableExecuteApiEndpoint: [template(false), terraform(false, 'api_gateway_rest_api#disable_execute_api_endpoint')],
  },
  'AWS::ApiGateway::Method': {
    ApiKeyRequired: [template(false, aws('apigateway/latest/api/API_PutMethod.html')), terraform(false, 'api_gateway_method#api_key_required')],
  },
  'AWS::ApiGateway::Stage': {
    CacheClusterEnabled: [template(false)],
    TracingEnabled: [template(false), terraform(false, 'api_gateway_stage#xray_tracing_enabled')],
  },
};
