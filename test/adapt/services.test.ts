/** Shapes of services that a table alone does not show. */
import { describe, expect, it } from 'vitest';
import { adapt } from '../../src/adapt/index.js';
import { fold } from '../../src/graph/fold.js';
import { link } from '../../src/graph/link.js';
import { at, toJson, type Json, type Resource } from '../../src/model/index.js';
import { project } from '../terraform/project-of.js';

function modelOf(code: string): readonly Resource[] {
  const { resources, errors } = project(code);
  expect(errors).toEqual([]);
  const { adapted, coverage, mentions } = adapt(resources);
  expect(coverage).toEqual([]);
  return link(fold(adapted, mentions));
}
const one = (resources: readonly Resource[], type: string): Resource => {
  const found = resources.filter((resource) => resource.type === type);
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} of ${type} among ${resources.map((resource) => resource.type).join(', ')}`);
  return found[0];
};
const json = (resource: Resource, ...path: readonly string[]): Json | undefined => {
  const found = at(resource.properties, ...path);
  return found === undefined ? undefined : toJson(found);
};

describe('settings of methods', () => {
  const settings = (path: string): string => `resource "aws_api_gateway_method_settings" "${path.replace(/\W/g, '_')}" {\n  rest_api_id = "a1"\n  stage_name  = aws_api_gateway_stage.s.stage_name\n  method_path = "${path}"\n  settings {\n    logging_level = "ERROR"\n  }\n}\n`;
  const stage = 'resource "aws_api_gateway_stage" "s" {\n  rest_api_id   = "a1"\n  deployment_id = "d1"\n  stage_name    = "prod"\n}\n';

  it('go into the stage, each with its path and method', () => {
    expect(json(one(modelOf(stage + settings('*/*') + settings('orders/items/GET')), 'AWS::ApiGateway::Stage'), 'MethodSettings')).toEqual([
      { ResourcePath: '/*', HttpMethod: '*', LoggingLevel: 'ERROR' },
      { ResourcePath: '/orders/items', HttpMethod: 'GET', LoggingLevel: 'ERROR' },
    ]);
  });
});

describe('what an API does when it is replaced', () => {
  const made = (code: string): Json | undefined => {
    const { facts } = one(modelOf(code), 'AWS::ApiGateway::RestApi');
    const found = at(facts, 'CreateBeforeDestroy');
    return found === undefined ? undefined : toJson(found);
  };

  it('is false where the code says nothing of it', () => {
    expect(made('resource "aws_api_gateway_rest_api" "a" {\n  name = "a"\n}\n')).toBe(false);
    expect(made('resource "aws_api_gateway_rest_api" "a" {\n  name = "a"\n  lifecycle {\n    create_before_destroy = true\n  }\n}\n')).toBe(true);
  });
});

describe('groups of filters of a webhook', () => {
  it('are a list of lists', () => {
    const code = 'resource "aws_codebuild_project" "p" {\n  name = "p"\n}\nresource "aws_codebuild_webhook" "w" {\n  project_name = aws_codebuild_project.p.name\n  filter_group {\n    filter {\n      type    = "EVENT"\n      pattern = "PUSH"\n    }\n    filter {\n      type    = "HEAD_REF"\n      pattern = "main"\n    }\n  }\n}\n';
    expect(json(one(modelOf(code), 'AWS::CodeBuild::Project'), 'Triggers')).toEqual({ Webhook: true, FilterGroups: [[{ Type: 'EVENT', Pattern: 'PUSH' }, { Type: 'HEAD_REF', Pattern: 'main' }]] });
  });
});

describe('a target of a rule', () => {
  it('goes into the rule that it names', () => {
    const code = 'resource "aws_cloudwatch_event_rule" "r" {\n  name = "r"\n}\nresource "aws_cloudwatch_event_target" "t" {\n  rule      = aws_cloudwatch_event_rule.r.name\n  target_id = "t"\n  arn       = "arn:aws:sqs:eu-west-1:111122223333:q"\n}\n';
    expect(json(one(modelOf(code), 'AWS::Events::Rule'), 'Targets')).toEqual([{ Arn: 'arn:aws:sqs:eu-west-1:111122223333:q', Id: 't' }]);
  });
});

describe('properties of a job', () => {
  it('are read from their JSON, in the schema\'s spelling', () => {
    const code = 'resource "aws_batch_job_definition" "j" {\n  name = "j"\n  type = "container"\n  container_properties = jsonencode({ image = "shop:1", privileged = true, logConfiguration = { options = { "awslogs-group" = "g" } } })\n}\n';
    expect(json(one(modelOf(code), 'AWS::Batch::JobDefinition'), 'ContainerProperties')).toEqual({ Image: 'shop:1', Privileged: true, LogConfiguration: { Options: { 'awslogs-group': 'g' } } });
  });
});

describe('a provider with credentials', () => {
  it('is known by the name that resources take it by; one without them is not there', () => {
    const resources = modelOf('provider "aws" {\n  region = "eu-west-1"\n}\nprovider "aws" {\n  alias      = "west"\n  access_key = "reader"\n  secret_key = "horse-battery-staple"\n}\n');
    expect(resources.map(({ type, address }) => [type, address])).toEqual([['Demarc::Terraform::Provider', 'aws.west']]);
  });
});
