/** Identity providers that sign tokens for everybody, and what in a token's subject says whose it is. */

export interface SharedProvider {
  /** Issuer without the scheme. */
  readonly host: RegExp;
  /** How a subject begins with what only its owner can have; undefined: the issuer itself is the owner's. */
  readonly owner?: RegExp;
  /** The form of every subject that somebody can get. */
  readonly subject?: string;
}

/** From the providers' own pages on AWS, named beside each. */
export const sharedProviders: readonly SharedProvider[] = [
  // https://docs.github.com/en/actions/reference/security/oidc
  { host: /^token\.actions\.githubusercontent\.com$/, owner: /^(repo|repository_owner|repository):[^*?:/]+(\/|:|$)/, subject: 'repo:?*/?*:?*' },
  // https://docs.gitlab.com/ci/cloud_services/aws/
  { host: /^gitlab\.com$/, owner: /^project_path:[^*?:/]+\//, subject: 'project_path:?*/?*:ref_type:?*:ref:?*' },
  // https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/aws-configuration
  { host: /^app\.terraform\.io$/, owner: /^organization:[^*?:]+:/, subject: 'organization:?*:project:?*:workspace:?*:run_phase:?*' },
  // https://buildkite.com/docs/pipelines/security/oidc/aws
  { host: /^agent\.buildkite\.com$/, owner: /^organization:[^*?:]+:/, subject: 'organization:?*:pipeline:?*' },
  // https://vercel.com/docs/oidc/aws
  { host: /^oidc\.vercel\.com$/, owner: /^owner:[^*?:]+:/, subject: 'owner:?*:project:?*:environment:?*' },
  // https://www.pulumi.com/docs/administration/access-identity/oidc-client/
  { host: /^api\.pulumi\.com(\/oidc)?$/, owner: /^pulumi:[^*?]*:org:[^*?:]+/, subject: 'pulumi:?*:org:?*:?*' },
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc.html
  { host: /^accounts\.google\.com$/, owner: /^[^*?]+$/, subject: '?*' },
  { host: /^oidc\.circleci\.com\/org\// },
  { host: /^api\.bitbucket\.org\/2\.0\/workspaces\// },
  { host: /^token\.actions\.githubusercontent\.com\/[^/]+$/ },
];

export const sharedProvider = (host: string): SharedProvider | undefined => sharedProviders.find((one) => one.host.test(host));

/** The issuer in what a Federated principal says. */
export const issuerOf = (provider: string): string | undefined => /:oidc-provider\/(.+)$/.exec(provider)?.[1] ?? (sharedProvider(provider) === undefined ? undefined : provider);
