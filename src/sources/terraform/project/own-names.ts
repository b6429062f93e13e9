/**
 * Arguments by which a resource is named. Where such a name is not known, it still is this resource's name: a reference to it
 * stays a link, as one to the id does. An argument that names another resource (`bucket` of a bucket policy) is none.
 */
import type { Reference } from '../../../model/index.js';
import type { TfValue } from '../language/value.js';

const OWN: Readonly<Record<string, string>> = {
  aws_s3_bucket: 'bucket',
  aws_lambda_function: 'function_name',
  aws_db_instance: 'identifier',
  aws_db_proxy: 'name',
  aws_rds_cluster: 'cluster_identifier',
  aws_rds_cluster_instance: 'identifier',
  aws_rds_global_cluster: 'global_cluster_identifier',
  aws_docdb_cluster: 'cluster_identifier',
  aws_neptune_cluster: 'cluster_identifier',
  aws_redshift_cluster: 'cluster_identifier',
  aws_elasticache_cluster: 'cluster_id',
  aws_elasticache_replication_group: 'replication_group_id',
  aws_ecs_task_definition: 'family',
  aws_opensearch_domain: 'domain_name',
  aws_elasticsearch_domain: 'domain_name',
  aws_msk_cluster: 'cluster_name',
};

/** `name` is nobody else's; the other words are. */
const isOwnName = (type: string, argument: string): boolean => argument === 'name' || (Object.hasOwn(OWN, type) && OWN[type] === argument);

/** The value of an argument as others see it. */
export function seenByOthers(value: TfValue, type: string, reference: Reference): TfValue {
  if (value.kind !== 'unknown' || value.error === true || !isOwnName(type, reference.attribute)) return value;
  const told = value.parts !== undefined && !value.parts.includes(null);
  return told || value.mayBe !== undefined ? value : { ...value, parts: [reference] };
}
