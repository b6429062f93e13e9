/** Queues, topics, streams, workflows, brokers. */
import { aws, template, terraform, written, type DefaultTable } from './table.js';

export const integration: DefaultTable = {
  'AWS::SQS::Queue': {
    // New queues encrypt with keys of SQS unless told otherwise; Terraform leaves the service's default in place.
    SqsManagedSseEnabled: [template(true), terraform(true, 'sqs_queue#sqs_managed_sse_enabled')],
    KmsDataKeyReusePeriodSeconds: [template(300), terraform(300, 'sqs_queue#kms_data_key_reuse_period_seconds')],
  },
  'AWS::SNS::Topic': {
    SignatureVersion: [template('1'), terraform('1', 'sns_topic#signature_version')],
    TracingConfig: [template('PassThrough')],
  },
  'AWS::Kinesis::Stream': {
    RetentionPeriodHours: [template(24), terraform(24, 'kinesis_stream#retention_period')],
  },
  'AWS::ApiGatewayV2::Route': {
    ApiKeyRequired: [template(false), terraform(false, 'apigatewayv2_route#api_key_required')],
    AuthorizationType: [template('NONE'), terraform('NONE', 'apigatewayv2_route#authorization_type')],
  },
  'AWS::MWAA::Environment': {
    WebserverAccessMode: [template('PRIVATE_ONLY'), terraform('PRIVATE_ONLY', 'mwaa_environment#webserver_access_mode')],
  },
  'AWS::SES::ConfigurationSet': {
    'DeliveryOptions.TlsPolicy': [template('OPTIONAL'), terraform('Optional', 'ses_configuration_set#tls_policy')],
  },
  'AWS::AppRunner::Service': {
    'NetworkConfiguration.IngressConfiguration.IsPubliclyAccessible': [template(true), terraform(true, 'apprunner_service#is_publicly_accessible')],
  },
  'AWS::GlobalAccelerator::Accelerator': {
    FlowLogsEnabled: [template(false), terraform(false, 'globalaccelerator_accelerator#flow_logs_enabled')],
  },
  'AWS::StepFunctions::StateMachine': {
    'LoggingConfiguration.Level': [template('OFF'), terraform('OFF', 'sfn_state_machine#logging_configuration')],
    'TracingConfiguration.Enabled': [written(false, aws('step-functions/latest/dg/concepts-xray-tracing.html'))],
  },
  'AWS::MSK::Cluster': {
    'EncryptionInfo.EncryptionInTransit.ClientBroker': [template('TLS'), terraform('TLS', 'msk_cluster#client_broker')],
    'EncryptionInfo.EncryptionInTransit.InCluster': [template(true), terraform(true, 'msk_cluster#in_cluster')],
    EnhancedMonitoring: [template('DEFAULT', aws('msk/latest/developerguide/metrics-details.html'))],
  },
  'AWS::AmazonMQ::Broker': {
    AutoMinorVersionUpgrade: [template(true)],
    AuthenticationStrategy: [template('SIMPLE')],
  },
  'AWS::Athena::WorkGroup': {
    'WorkGroupConfiguration.EngineVersion.SelectedEngineVersion': [template('AUTO')],
    'WorkGroupConfiguration.EnforceWorkGroupConfiguration': [terraform(true, 'athena_workgroup#enforce_workgroup_configuration')],
    'WorkGroupConfiguration.RequesterPaysEnabled': [template(false), terraform(false, 'athena_workgroup#requester_pays_enabled')],
  },
};
