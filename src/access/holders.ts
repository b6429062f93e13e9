/** Workloads that run with a role. */
import { at, type Resource, type Tree } from '../model/index.js';
import { tagsOf, type Tags } from './tags.js';
import type { Identity, World } from './world.js';

/** Where each type says which role it runs with; `profile`: it names an instance profile. */
const rows: Readonly<Record<string, readonly { readonly path: readonly (string | number)[]; readonly profile?: boolean }[]>> = {
  'AWS::EC2::Instance': [{ path: ['IamInstanceProfile'], profile: true }],
  'AWS::EC2::LaunchTemplate': [{ path: ['LaunchTemplateData', 'IamInstanceProfile', 'Arn'], profile: true }, { path: ['LaunchTemplateData', 'IamInstanceProfile', 'Name'], profile: true }],
  'AWS::AutoScaling::LaunchConfiguration': [{ path: ['IamInstanceProfile'], profile: true }],
  'AWS::Lambda::Function': [{ path: ['Role'] }],
  'AWS::ECS::TaskDefinition': [{ path: ['TaskRoleArn'] }, { path: ['ExecutionRoleArn'] }],
  'AWS::CodeBuild::Project': [{ path: ['ServiceRole'] }],
  'AWS::Glue::Job': [{ path: ['Role'] }],
  'AWS::Glue::DevEndpoint': [{ path: ['RoleArn'] }],
  'AWS::SageMaker::NotebookInstance': [{ path: ['RoleArn'] }],
  'AWS::StepFunctions::StateMachine': [{ path: ['RoleArn'] }],
  'AWS::AppRunner::Service': [{ path: ['InstanceConfiguration', 'InstanceRoleArn'] }],
  'AWS::Batch::JobDefinition': [{ path: ['ContainerProperties', 'JobRoleArn'] }],
  'AWS::BedrockAgentCore::CodeInterpreterCustom': [{ path: ['ExecutionRoleArn'] }],
  'AWS::BedrockAgentCore::BrowserCustom': [{ path: ['ExecutionRoleArn'] }],
  'AWS::BedrockAgentCore::Runtime': [{ path: ['RoleArn'] }],
  'AWS::CloudFormation::Stack': [{ path: ['RoleARN'] }],
  'AWS::CloudFormation::StackSet': [{ path: ['AdministrationRoleARN'] }],
};

export interface Holder {
  readonly resource: Resource;
  readonly arn: string | undefined;
  readonly tags: Tags | undefined;
}

export interface Holders {
  /** By role: what runs with it. */
  readonly of: ReadonlyMap<Identity, readonly Holder[]>;
  /** Roles that some instance profile holds. */
  readonly profiled: ReadonlySet<Identity>;
}

export function holdersIn({ resources, names, byArn, identities }: World): Holders {
  const byName = new Map(identities.filter(({ kind }) => kind === 'role').map((role) => [role.name, role]));
  const roleOf = (tree: Tree | undefined): Identity | undefined => {
    const text = tree === undefined ? undefined : names.text(tree);
    return text === undefined ? undefined : (byArn.get(text) ?? byName.get(text));
  };
  const profiles = new Map<string, Identity[]>();
  for (const resource of resources) {
    if (resource.type !== 'AWS::IAM::InstanceProfile') continue;
    const roles = at(resource.properties, 'Roles');
    const held = roles?.kind === 'list' ? roles.items.flatMap((item) => roleOf(item) ?? []) : [];
    for (const key of [names.name(resource), names.arn(resource)]) if (key !== undefined) profiles.set(key, held);
  }
  const of = new Map<Identity, Holder[]>();
  for (const resource of resources) {
    for (const { path, profile } of rows[resource.type] ?? []) {
      const tree = at(resource.properties, ...path) ?? at(resource.facts, ...path);
      if (tree === undefined) continue;
      const text = names.text(tree);
      const roles = profile === true ? (text === undefined ? [] : (profiles.get(text) ?? [])) : [roleOf(tree)];
      for (const role of roles) {
        if (role === undefined) continue;
        const holder: Holder = { resource, arn: names.arn(resource), tags: tagsOf(resource, names) };
        const there = of.get(role);
        if (there === undefined) of.set(role, [holder]);
        else if (!there.some((one) => one.resource === resource)) there.push(holder);
      }
    }
  }
  return { of, profiled: new Set([...profiles.values()].flat()) };
}
