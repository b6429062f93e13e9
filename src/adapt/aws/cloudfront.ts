import { replacement } from '../lifecycle.js';
import type { ServiceRules } from '../adapted.js';
import { keyValue } from '../convert.js';
import { eachBlock, oneBlock, resource } from '../table.js';

const behaviour = {
  allowed_methods: 'AllowedMethods',
  field_level_encryption_id: 'FieldLevelEncryptionId',
  target_origin_id: 'TargetOriginId',
  viewer_protocol_policy: 'ViewerProtocolPolicy',
  response_headers_policy_id: 'ResponseHeadersPolicyId',
  cache_policy_id: 'CachePolicyId',
  origin_request_policy_id: 'OriginRequestPolicyId',
  realtime_log_config_arn: 'RealtimeLogConfigArn',
  trusted_key_groups: 'TrustedKeyGroups',
  trusted_signers: 'TrustedSigners',
  compress: 'Compress',
  path_pattern: 'PathPattern',
} as const;
const defaultBehaviour = Object.fromEntries(Object.entries(behaviour).filter(([from]) => from !== 'path_pattern'));

export const cloudfront: ServiceRules = {
  terraform: {
    aws_cloudfront_distribution: resource('AWS::CloudFront::Distribution', {
      aliases: 'DistributionConfig.Aliases',
      comment: 'DistributionConfig.Comment',
      default_root_object: 'DistributionConfig.DefaultRootObject',
      enabled: 'DistributionConfig.Enabled',
      http_version: 'DistributionConfig.HttpVersion',
      is_ipv6_enabled: 'DistributionConfig.IPV6Enabled',
      price_class: 'DistributionConfig.PriceClass',
      staging: 'DistributionConfig.Staging',
      web_acl_id: 'DistributionConfig.WebACLId',
      'logging_config.bucket': 'DistributionConfig.Logging.Bucket',
      'logging_config.prefix': 'DistributionConfig.Logging.Prefix',
      'logging_config.include_cookies': 'DistributionConfig.Logging.IncludeCookies',
      default_cache_behavior: ['DistributionConfig.DefaultCacheBehavior', oneBlock(defaultBehaviour)],
      ordered_cache_behavior: ['DistributionConfig.CacheBehaviors', eachBlock(behaviour)],
      origin: [
        'DistributionConfig.Origins',
        eachBlock({
          domain_name: 'DomainName',
          origin_id: 'Id',
          origin_path: 'OriginPath',
          origin_access_control_id: 'OriginAccessControlId',
          's3_origin_config.origin_access_identity': 'S3OriginConfig.OriginAccessIdentity',
          'custom_origin_config.http_port': 'CustomOriginConfig.HTTPPort',
          'custom_origin_config.https_port': 'CustomOriginConfig.HTTPSPort',
          'custom_origin_config.origin_protocol_policy': 'CustomOriginConfig.OriginProtocolPolicy',
          'custom_origin_config.origin_ssl_protocols': 'CustomOriginConfig.OriginSSLProtocols',
        }),
      ],
      origin_group: ['DistributionConfig.OriginGroups.Items', eachBlock({ origin_id: 'Id', member: ['Members.Items', eachBlock({ origin_id: 'OriginId' })], 'failover_criteria.status_codes': 'FailoverCriteria.StatusCodes.Items' })],
      'restrictions.geo_restriction.restriction_type': 'DistributionConfig.Restrictions.GeoRestriction.RestrictionType',
      'restrictions.geo_restriction.locations': 'DistributionConfig.Restrictions.GeoRestriction.Locations',
      'viewer_certificate.acm_certificate_arn': 'DistributionConfig.ViewerCertificate.AcmCertificateArn',
      'viewer_certificate.iam_certificate_id': 'DistributionConfig.ViewerCertificate.IamCertificateId',
      'viewer_certificate.cloudfront_default_certificate': 'DistributionConfig.ViewerCertificate.CloudFrontDefaultCertificate',
      'viewer_certificate.minimum_protocol_version': 'DistributionConfig.ViewerCertificate.MinimumProtocolVersion',
      'viewer_certificate.ssl_support_method': 'DistributionConfig.ViewerCertificate.SslSupportMethod',
      tags: ['Tags', keyValue],
    }),
    aws_cloudfront_response_headers_policy: resource('AWS::CloudFront::ResponseHeadersPolicy', {
      name: 'ResponseHeadersPolicyConfig.Name',
      comment: 'ResponseHeadersPolicyConfig.Comment',
      'security_headers_config.strict_transport_security': [
        'ResponseHeadersPolicyConfig.SecurityHeadersConfig.StrictTransportSecurity',
        oneBlock({ access_control_max_age_sec: 'AccessControlMaxAgeSec', include_subdomains: 'IncludeSubdomains', override: 'Override', preload: 'Preload' }),
      ],
      'security_headers_config.content_security_policy.content_security_policy': 'ResponseHeadersPolicyConfig.SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy',
      'security_headers_config.frame_options.frame_option': 'ResponseHeadersPolicyConfig.SecurityHeadersConfig.FrameOptions.FrameOption',
      'security_headers_config.content_type_options.override': 'ResponseHeadersPolicyConfig.SecurityHeadersConfig.ContentTypeOptions.Override',
    }),
    aws_cloudfront_origin_access_control: resource('AWS::CloudFront::OriginAccessControl', {
      name: 'OriginAccessControlConfig.Name',
      origin_access_control_origin_type: 'OriginAccessControlConfig.OriginAccessControlOriginType',
      signing_behavior: 'OriginAccessControlConfig.SigningBehavior',
      signing_protocol: 'OriginAccessControlConfig.SigningProtocol',
    }),
    aws_cloudfront_origin_access_identity: resource('AWS::CloudFront::CloudFrontOriginAccessIdentity', { comment: 'CloudFrontOriginAccessIdentityConfig.Comment' }),
    aws_acm_certificate: resource(
      'AWS::CertificateManager::Certificate',
      {
        'options.certificate_transparency_logging_preference': 'CertificateTransparencyLoggingPreference',
        certificate_authority_arn: 'CertificateAuthorityArn',
        tags: ['Tags', keyValue],
      },
      { same: ['domain_name', 'subject_alternative_names', 'validation_method', 'key_algorithm'], also: replacement },
    ),
  },
};
