/**
 * How one principal becomes another, or gives itself more: the calls it takes, on what, and what must be there.
 * The action sets are those of pathfinding.cloud (DataDog), PMapper, Cloudsplaining and the Bishop Fox and Rhino lists, decided here
 * by what the calls do instead of by their names: see docs/decisions/0006-escalation.md.
 */

/** What a call is on. */
export type On =
  /** The principal itself. */
  | 'self'
  /** The user, role or group that is gained. */
  | 'target'
  /** A customer-managed policy that the principal, or the target, carries. */
  | 'own-policy'
  | 'target-policy'
  /** The workload that runs with the role. */
  | 'holder'
  /** Something that the call makes, or that is there in every account: any resource of the action's own types. */
  | 'any';

export interface Call {
  readonly action: string;
  readonly on: On;
  readonly context?: Readonly<Record<string, string>>;
}

interface Common {
  readonly id: string;
  /** What happens, for the reader: "puts an inline policy on itself". */
  readonly via: string;
  readonly calls: readonly Call[];
  /** Ids of the same way in the lists it comes from. */
  readonly known: readonly string[];
  /** Something that policies do not tell must hold, too: the way is never proven from them alone. */
  readonly unless?: string;
}

/** More for itself: the principal is an administrator afterwards. */
export interface SelfRule extends Common {
  readonly gains: 'admin';
  readonly actor: 'user' | 'role' | 'any';
  /** It only lifts the boundary: what the identity policies give must be enough. */
  readonly liftsBoundary?: boolean;
}

/** It takes over another user, role or group; or, with `admin`, makes it an administrator on the way. */
export interface TakeRule extends Common {
  readonly gains: 'user' | 'role' | 'group';
  readonly admin?: boolean;
  readonly actor?: 'user' | 'role';
}

/** It makes something that runs with a role of its choice. */
export interface PassRule extends Common {
  readonly gains: 'passed-role';
  /** Service principals, one of which the role must trust. */
  readonly services: readonly string[];
  /** The role must be in an instance profile. */
  readonly profile?: boolean;
}

/** It uses something that runs with a role already. */
export interface HolderRule extends Common {
  readonly gains: 'held-role';
  readonly holders: readonly string[];
}

export type Rule = SelfRule | TakeRule | PassRule | HolderRule;

const ADMIN = 'arn:aws:iam::aws:policy/AdministratorAccess';
const call = (action: string, on: On, context?: Readonly<Record<string, string>>): Call => ({ action, on, context });
const attach = (action: string, on: On): Call => call(action, on, { 'iam:PolicyARN': ADMIN });
const anyOf = (...actions: readonly string[]): readonly Call[] => actions.map((action) => call(action, 'any'));

const self: readonly SelfRule[] = [
  { id: 'put-user-policy', gains: 'admin', actor: 'user', via: 'writes an inline policy for itself', calls: [call('iam:PutUserPolicy', 'self')], known: ['iam-007', 'P:IAMPut'] },
  { id: 'attach-user-policy', gains: 'admin', actor: 'user', via: 'attaches AdministratorAccess to itself', calls: [attach('iam:AttachUserPolicy', 'self')], known: ['iam-008'] },
  { id: 'put-role-policy', gains: 'admin', actor: 'role', via: 'writes an inline policy for itself', calls: [call('iam:PutRolePolicy', 'self')], known: ['iam-005', 'P:IAMPut'] },
  { id: 'attach-role-policy', gains: 'admin', actor: 'role', via: 'attaches AdministratorAccess to itself', calls: [attach('iam:AttachRolePolicy', 'self')], known: ['iam-009'] },
  { id: 'create-policy-version', gains: 'admin', actor: 'any', via: 'writes a new version of a policy that it carries', calls: [call('iam:CreatePolicyVersion', 'own-policy')], known: ['iam-001'] },
  { id: 'set-default-policy-version', gains: 'admin', actor: 'any', via: 'goes back to an earlier version of a policy that it carries', calls: [call('iam:SetDefaultPolicyVersion', 'own-policy')], known: ['P:SetDefaultPolicyVersion'], unless: 'whether an earlier version gives more is not known' },
  { id: 'delete-user-boundary', gains: 'admin', actor: 'user', liftsBoundary: true, via: 'removes its permissions boundary', calls: [call('iam:DeleteUserPermissionsBoundary', 'self')], known: ['P:iam:DeleteUserPermissionsBoundary'] },
  { id: 'delete-role-boundary', gains: 'admin', actor: 'role', liftsBoundary: true, via: 'removes its permissions boundary', calls: [call('iam:DeleteRolePermissionsBoundary', 'self')], known: ['P:AssumeRole+DeleteRolePermissionsBoundary'] },
  { id: 'put-user-boundary', gains: 'admin', actor: 'user', liftsBoundary: true, via: 'replaces its permissions boundary', calls: [call('iam:PutUserPermissionsBoundary', 'self', { 'iam:PermissionsBoundary': ADMIN })], known: [] },
  { id: 'put-role-boundary', gains: 'admin', actor: 'role', liftsBoundary: true, via: 'replaces its permissions boundary', calls: [call('iam:PutRolePermissionsBoundary', 'self', { 'iam:PermissionsBoundary': ADMIN })], known: [] },
  { id: 'create-role-attach', gains: 'admin', actor: 'any', via: 'makes a role that trusts it and attaches AdministratorAccess', calls: [call('iam:CreateRole', 'any'), attach('iam:AttachRolePolicy', 'any')], known: ['PM:newrole1'] },
  { id: 'create-role-put', gains: 'admin', actor: 'any', via: 'makes a role that trusts it and writes its policy', calls: [call('iam:CreateRole', 'any'), call('iam:PutRolePolicy', 'any')], known: ['PM:newrole2'] },
  { id: 'create-user-attach', gains: 'admin', actor: 'any', via: 'makes a user with AdministratorAccess and a key for it', calls: [call('iam:CreateUser', 'any'), attach('iam:AttachUserPolicy', 'any'), call('iam:CreateAccessKey', 'any')], known: [] },
  { id: 'create-user-put', gains: 'admin', actor: 'any', via: 'makes a user, writes its policy and a key for it', calls: [call('iam:CreateUser', 'any'), call('iam:PutUserPolicy', 'any'), call('iam:CreateAccessKey', 'any')], known: [] },
  { id: 'permission-set-create', gains: 'admin', actor: 'any', via: 'makes an IAM Identity Center permission set and assigns it', calls: anyOf('sso:CreatePermissionSet', 'sso:CreateAccountAssignment', 'sso:AttachManagedPolicyToPermissionSet'), known: ['P:SSOCreatePermissionSet+CreateAccountAssignment+AttachManagedPolicy'], unless: 'whether the account manages IAM Identity Center is not known' },
  { id: 'permission-set-attach', gains: 'admin', actor: 'any', via: 'attaches a policy to an IAM Identity Center permission set', calls: anyOf('sso:AttachManagedPolicyToPermissionSet'), known: ['P:sso:AttachManagedPolicyToPermissionSet'], unless: 'which permission sets it has is not known' },
  { id: 'permission-set-put', gains: 'admin', actor: 'any', via: 'writes the policy of an IAM Identity Center permission set', calls: anyOf('sso:PutInlinePolicyToPermissionSet'), known: ['P:sso:PutInlinePolicyToPermissionSet'], unless: 'which permission sets it has is not known' },
];

const take: readonly TakeRule[] = [
  { id: 'assume-role', gains: 'role', via: 'assumes the role', calls: [call('sts:AssumeRole', 'target')], known: ['sts-001'] },
  { id: 'rewrite-trust', gains: 'role', via: 'lets itself into the role\'s trust policy', calls: [call('iam:UpdateAssumeRolePolicy', 'target')], known: ['iam-012', 'P:AssumeRole+UpdateAssumeRolePolicy'] },
  { id: 'create-access-key', gains: 'user', via: 'makes an access key for the user', calls: [call('iam:CreateAccessKey', 'target')], known: ['iam-002', 'iam-003'] },
  { id: 'create-login', gains: 'user', via: 'gives the user a console password', calls: [call('iam:CreateLoginProfile', 'target')], known: ['iam-004'] },
  { id: 'update-login', gains: 'user', via: 'sets the user\'s console password', calls: [call('iam:UpdateLoginProfile', 'target')], known: ['iam-006'] },
  { id: 'join-group', gains: 'group', actor: 'user', via: 'adds itself to the group', calls: [call('iam:AddUserToGroup', 'target')], known: ['iam-013'] },
  { id: 'own-group-put', gains: 'group', admin: true, actor: 'user', via: 'writes a policy for a group that it is in', calls: [call('iam:PutGroupPolicy', 'target')], known: ['iam-011', 'P:IAMPut'] },
  { id: 'own-group-attach', gains: 'group', admin: true, actor: 'user', via: 'attaches AdministratorAccess to a group that it is in', calls: [attach('iam:AttachGroupPolicy', 'target')], known: ['iam-010'] },
  { id: 'attach-and-assume', gains: 'role', admin: true, via: 'attaches AdministratorAccess to a role and assumes it', calls: [attach('iam:AttachRolePolicy', 'target'), call('sts:AssumeRole', 'target')], known: ['iam-014'] },
  { id: 'put-and-assume', gains: 'role', admin: true, via: 'writes the policy of a role and assumes it', calls: [call('iam:PutRolePolicy', 'target'), call('sts:AssumeRole', 'target')], known: ['iam-017'] },
  { id: 'version-and-assume', gains: 'role', admin: true, via: 'rewrites a policy of a role and assumes it', calls: [call('iam:CreatePolicyVersion', 'target-policy'), call('sts:AssumeRole', 'target')], known: ['iam-016'] },
  { id: 'attach-and-trust', gains: 'role', admin: true, via: 'attaches AdministratorAccess to a role and lets itself in', calls: [attach('iam:AttachRolePolicy', 'target'), call('iam:UpdateAssumeRolePolicy', 'target')], known: ['iam-019'] },
  { id: 'put-and-trust', gains: 'role', admin: true, via: 'writes the policy of a role and lets itself in', calls: [call('iam:PutRolePolicy', 'target'), call('iam:UpdateAssumeRolePolicy', 'target')], known: ['iam-021'] },
  { id: 'version-and-trust', gains: 'role', admin: true, via: 'rewrites a policy of a role and lets itself in', calls: [call('iam:CreatePolicyVersion', 'target-policy'), call('iam:UpdateAssumeRolePolicy', 'target')], known: ['iam-020'] },
  { id: 'attach-and-key', gains: 'user', admin: true, via: 'attaches AdministratorAccess to a user and makes a key for it', calls: [attach('iam:AttachUserPolicy', 'target'), call('iam:CreateAccessKey', 'target')], known: ['iam-015'] },
  { id: 'put-and-key', gains: 'user', admin: true, via: 'writes the policy of a user and makes a key for it', calls: [call('iam:PutUserPolicy', 'target'), call('iam:CreateAccessKey', 'target')], known: ['iam-018'] },
];

const pass = (id: string, services: string | readonly string[], via: string, actions: readonly string[], known: readonly string[], more: Partial<PassRule> = {}): PassRule => ({ id, gains: 'passed-role', services: typeof services === 'string' ? [services] : services, via, calls: anyOf(...actions), known, ...more });

const AGENT = 'bedrock-agentcore.amazonaws.com';
const passes: readonly PassRule[] = [
  pass('pass-ec2', 'ec2.amazonaws.com', 'starts an instance with the role', ['ec2:RunInstances'], ['ec2-001'], { profile: true }),
  pass('pass-spot', 'ec2.amazonaws.com', 'requests a spot instance with the role', ['ec2:RequestSpotInstances'], ['ec2-003'], { profile: true }),
  pass('pass-profile', 'ec2.amazonaws.com', 'puts the role on a running instance', ['ec2:AssociateIamInstanceProfile'], ['PM:assoc'], { profile: true, unless: 'whether it can reach an instance is not known' }),
  pass('pass-add-to-profile', 'ec2.amazonaws.com', 'puts the role into an instance profile and starts an instance', ['iam:AddRoleToInstanceProfile', 'ec2:RunInstances'], ['PM:addrole']),
  pass('pass-autoscaling', 'ec2.amazonaws.com', 'makes an autoscaling group of instances with the role', ['autoscaling:CreateLaunchConfiguration', 'autoscaling:CreateAutoScalingGroup'], ['P:PassRole+CreateAutoScaling'], { profile: true }),
  pass('pass-autoscaling-update', 'ec2.amazonaws.com', 'has an autoscaling group start instances with the role', ['autoscaling:CreateLaunchConfiguration', 'autoscaling:UpdateAutoScalingGroup'], ['P:PassRole+UpdateAutoScaling'], { profile: true }),
  pass('pass-lambda', 'lambda.amazonaws.com', 'makes a function with the role and calls it', ['lambda:CreateFunction', 'lambda:InvokeFunction'], ['lambda-001']),
  pass('pass-lambda-events', 'lambda.amazonaws.com', 'makes a function with the role and feeds it from a stream', ['lambda:CreateFunction', 'lambda:CreateEventSourceMapping'], ['lambda-002', 'P:PassRole+CreateLambda+NewDynamo']),
  pass('pass-lambda-permission', 'lambda.amazonaws.com', 'makes a function with the role and lets another account call it', ['lambda:CreateFunction', 'lambda:AddPermission'], ['lambda-006']),
  pass('pass-lambda-swap', 'lambda.amazonaws.com', 'gives a function the role and new code', ['lambda:UpdateFunctionConfiguration', 'lambda:UpdateFunctionCode'], ['PM:lswap']),
  pass('pass-lambda-configuration', 'lambda.amazonaws.com', 'gives a function the role and a layer of its own', ['lambda:UpdateFunctionConfiguration'], ['PM:lcfg']),
  pass('pass-ecs-service', 'ecs-tasks.amazonaws.com', 'runs a service with the role', ['ecs:RegisterTaskDefinition', 'ecs:CreateService'], ['ecs-001', 'ecs-003']),
  pass('pass-ecs-task', 'ecs-tasks.amazonaws.com', 'runs a task with the role', ['ecs:RegisterTaskDefinition', 'ecs:RunTask'], ['ecs-002', 'ecs-004']),
  pass('pass-ecs-start', 'ecs-tasks.amazonaws.com', 'starts a task with the role', ['ecs:RegisterTaskDefinition', 'ecs:StartTask'], ['ecs-005']),
  pass('pass-ecs-override', 'ecs-tasks.amazonaws.com', 'runs a task that is there with the role instead of its own', ['ecs:RunTask'], ['P:PassRole+ECS+RunTask']),
  pass('pass-ecs-start-override', 'ecs-tasks.amazonaws.com', 'starts a task that is there with the role instead of its own', ['ecs:StartTask'], ['P:PassRole+ECS+StartTask', 'P:PassRole+ECSStartTaskExistingCluster'], { unless: 'whether a container instance is registered is not known' }),
  pass('pass-cloudformation', 'cloudformation.amazonaws.com', 'makes a stack that works with the role', ['cloudformation:CreateStack'], ['cloudformation-001']),
  pass('pass-cloudformation-update', 'cloudformation.amazonaws.com', 'has a stack work with the role', ['cloudformation:UpdateStack'], ['PM:cfnupd']),
  pass('pass-cloudformation-set', 'cloudformation.amazonaws.com', 'makes a stack set that works with the role', ['cloudformation:CreateStackSet', 'cloudformation:CreateStackInstances'], ['cloudformation-003']),
  pass('pass-cloudformation-set-update', 'cloudformation.amazonaws.com', 'has a stack set work with the role', ['cloudformation:UpdateStackSet'], ['cloudformation-004']),
  pass('pass-codebuild', 'codebuild.amazonaws.com', 'makes a build with the role and starts it', ['codebuild:CreateProject', 'codebuild:StartBuild'], ['codebuild-001']),
  pass('pass-codebuild-batch', 'codebuild.amazonaws.com', 'makes a batch build with the role and starts it', ['codebuild:CreateProject', 'codebuild:StartBuildBatch'], ['codebuild-004']),
  pass('pass-codebuild-update', 'codebuild.amazonaws.com', 'gives a build the role and starts it', ['codebuild:UpdateProject', 'codebuild:StartBuild'], ['PM:cbupd']),
  pass('pass-codebuild-update-batch', 'codebuild.amazonaws.com', 'gives a batch build the role and starts it', ['codebuild:UpdateProject', 'codebuild:StartBuildBatch'], ['PM:cbupdb']),
  pass('pass-glue-endpoint', 'glue.amazonaws.com', 'makes a Glue development endpoint with the role', ['glue:CreateDevEndpoint'], ['glue-001']),
  pass('pass-glue-job', 'glue.amazonaws.com', 'makes a Glue job with the role and runs it', ['glue:CreateJob', 'glue:StartJobRun'], ['glue-003']),
  pass('pass-glue-job-trigger', 'glue.amazonaws.com', 'makes a Glue job with the role and a trigger', ['glue:CreateJob', 'glue:CreateTrigger'], ['glue-004']),
  pass('pass-glue-update', 'glue.amazonaws.com', 'gives a Glue job the role and runs it', ['glue:UpdateJob', 'glue:StartJobRun'], ['glue-005']),
  pass('pass-glue-update-trigger', 'glue.amazonaws.com', 'gives a Glue job the role and a trigger', ['glue:UpdateJob', 'glue:CreateTrigger'], ['glue-006']),
  pass('pass-glue-session', 'glue.amazonaws.com', 'opens a Glue session with the role', ['glue:CreateSession', 'glue:RunStatement'], ['P:PassRole+GlueCreateSession+RunStatement']),
  pass('pass-sagemaker-notebook', 'sagemaker.amazonaws.com', 'makes a notebook with the role and opens it', ['sagemaker:CreateNotebookInstance', 'sagemaker:CreatePresignedNotebookInstanceUrl'], ['sagemaker-001', 'R:27']),
  pass('pass-sagemaker-notebook-script', 'sagemaker.amazonaws.com', 'makes a notebook with the role and a start script', ['sagemaker:CreateNotebookInstance', 'sagemaker:CreateNotebookInstanceLifecycleConfig'], ['sagemaker-001']),
  pass('pass-sagemaker-training', 'sagemaker.amazonaws.com', 'runs a training job with the role', ['sagemaker:CreateTrainingJob'], ['sagemaker-002']),
  pass('pass-sagemaker-processing', 'sagemaker.amazonaws.com', 'runs a processing job with the role', ['sagemaker:CreateProcessingJob'], ['sagemaker-003']),
  pass('pass-datapipeline', ['datapipeline.amazonaws.com', 'elasticmapreduce.amazonaws.com'], 'runs a data pipeline with the role', ['datapipeline:CreatePipeline', 'datapipeline:PutPipelineDefinition', 'datapipeline:ActivatePipeline'], ['datapipeline-001', 'R:22', 'C:PassExistingRoleToNewDataPipeline']),
  pass('pass-apprunner', ['tasks.apprunner.amazonaws.com', 'build.apprunner.amazonaws.com'], 'makes an App Runner service with the role', ['apprunner:CreateService'], ['apprunner-001']),
  pass('pass-agent-interpreter', AGENT, 'makes a code interpreter with the role and runs code in it', ['bedrock-agentcore:CreateCodeInterpreter', 'bedrock-agentcore:StartCodeInterpreterSession', 'bedrock-agentcore:InvokeCodeInterpreter'], ['bedrock-001']),
  pass('pass-agent-runtime', AGENT, 'makes an agent runtime with the role and runs commands in it', ['bedrock-agentcore:CreateAgentRuntime', 'bedrock-agentcore:InvokeAgentRuntimeCommand'], ['P:PassRole+AgentCoreCreateRuntime+InvokeRuntimeCommand']),
  pass('pass-agent-harness', AGENT, 'makes an agent harness with the role and runs commands in it', ['bedrock-agentcore:CreateHarness', 'bedrock-agentcore:CreateAgentRuntime', 'bedrock-agentcore:InvokeAgentRuntimeCommand'], ['P:PassRole+AgentCoreCreateHarness+InvokeRuntimeCommand']),
  pass('pass-agent-browser', AGENT, 'makes a browser with the role and drives it', ['bedrock-agentcore:CreateBrowser', 'bedrock-agentcore:StartBrowserSession', 'bedrock-agentcore:ConnectBrowserAutomationStream'], ['P:PassRole+AgentCoreCreateBrowser+ConnectBrowser']),
  pass('pass-batch', 'ecs-tasks.amazonaws.com', 'runs a batch job with the role', ['batch:RegisterJobDefinition', 'batch:SubmitJob'], ['P:PassRole+BatchRegisterJobDef+SubmitJob']),
  pass('pass-braket', 'braket.amazonaws.com', 'runs a Braket job with the role', ['braket:CreateJob'], ['P:PassRole+BraketCreateJob']),
  pass('pass-cognito', 'cognito-identity.amazonaws.com', 'makes the role that of an identity pool', ['cognito-identity:SetIdentityPoolRoles'], ['P:PassRole+CognitoSetIdentityPoolRoles']),
  pass('pass-emr', 'ec2.amazonaws.com', 'runs an EMR cluster with the role', ['elasticmapreduce:RunJobFlow'], ['P:PassRole+EMRRunJobFlow'], { profile: true }),
  pass('pass-emr-serverless', 'emr-serverless.amazonaws.com', 'runs an EMR Serverless job with the role', ['emr-serverless:CreateApplication', 'emr-serverless:StartJobRun'], ['P:PassRole+EMRServerlessCreateApp+StartJobRun']),
  pass('pass-gamelift', 'gamelift.amazonaws.com', 'runs a GameLift fleet with the role', ['gamelift:CreateBuild', 'gamelift:CreateFleet'], ['P:PassRole+GameLiftCreateBuild+CreateFleet']),
  pass('pass-imagebuilder', 'ec2.amazonaws.com', 'builds an image on an instance with the role', ['imagebuilder:CreateComponent', 'imagebuilder:CreateImageRecipe', 'imagebuilder:CreateInfrastructureConfiguration', 'imagebuilder:CreateImage'], ['P:PassRole+ImageBuilderCreateComponent+CreateImage'], { profile: true }),
  pass('pass-kinesisanalytics', 'kinesisanalytics.amazonaws.com', 'runs a Flink application with the role', ['kinesisanalytics:CreateApplication', 'kinesisanalytics:StartApplication'], ['P:PassRole+KinesisAnalyticsCreateApp+StartApp']),
  pass('pass-omics', 'omics.amazonaws.com', 'runs an Omics workflow with the role', ['omics:CreateWorkflow', 'omics:StartRun'], ['P:PassRole+OmicsCreateWorkflow+StartRun']),
  pass('pass-scheduler', 'scheduler.amazonaws.com', 'makes a schedule that calls any API with the role', ['scheduler:CreateSchedule'], ['P:PassRole+SchedulerCreateSchedule']),
  pass('pass-ssm-automation', 'ssm.amazonaws.com', 'runs an automation with the role', ['ssm:CreateDocument', 'ssm:StartAutomationExecution'], ['P:PassRole+SSMCreateDocument+StartAutomation']),
  pass('pass-stepfunctions', 'states.amazonaws.com', 'runs a state machine with the role', ['states:CreateStateMachine', 'states:StartExecution'], ['P:PassRole+StepFunctionsCreateStateMachine+StartExecution']),
  pass('pass-codestar', 'codestar.amazonaws.com', 'makes a CodeStar project that works with the role', ['codestar:CreateProject'], ['P:PassRole+CodeStar', 'R:23', 'R:25'], { unless: 'CodeStar was closed in 2024; whether the account still has it is not known' }),
];

const hold = (id: string, holders: readonly string[], via: string, calls: readonly Call[], known: readonly string[], unless?: string): HolderRule => ({ id, gains: 'held-role', holders, via, calls, known, unless });
const onHolder = (...actions: readonly string[]): readonly Call[] => actions.map((action) => call(action, 'holder'));

const INSTANCE = ['AWS::EC2::Instance'];
const TEMPLATE = ['AWS::EC2::LaunchTemplate'];
const holders: readonly HolderRule[] = [
  hold('lambda-code', ['AWS::Lambda::Function'], 'replaces the code of a function that runs with the role', onHolder('lambda:UpdateFunctionCode'), ['lambda-003', 'lambda-004', 'lambda-005']),
  hold('lambda-configuration', ['AWS::Lambda::Function'], 'gives a function that runs with the role a layer of its own', onHolder('lambda:UpdateFunctionConfiguration'), ['P:lambda:UpdateFunctionConfiguration']),
  hold('ssm-session', INSTANCE, 'opens a shell on an instance that runs with the role', onHolder('ssm:StartSession'), ['ssm-001']),
  hold('ssm-command', INSTANCE, 'runs a command on an instance that runs with the role', onHolder('ssm:SendCommand'), ['ssm-002']),
  hold('instance-connect', INSTANCE, 'puts its key on an instance that runs with the role', onHolder('ec2-instance-connect:SendSSHPublicKey'), ['ec2instanceconnect-003'], 'whether port 22 of the instance can be reached is not known'),
  hold('serial-console', INSTANCE, 'puts its key on the serial console of an instance that runs with the role', onHolder('ec2-instance-connect:SendSerialConsoleSSHPublicKey'), ['BF:serial'], 'whether the account allows the serial console is not known'),
  hold('instance-user-data', INSTANCE, 'rewrites the start script of an instance that runs with the role', onHolder('ec2:ModifyInstanceAttribute', 'ec2:StopInstances', 'ec2:StartInstances'), ['ec2-002']),
  hold('launch-template', TEMPLATE, 'rewrites a launch template whose instances run with the role', onHolder('ec2:CreateLaunchTemplateVersion', 'ec2:ModifyLaunchTemplate'), ['ec2-004']),
  hold('autoscaling-template', [...TEMPLATE, 'AWS::AutoScaling::LaunchConfiguration'], 'starts instances from a template that gives them the role', anyOf('autoscaling:CreateAutoScalingGroup'), ['PM:asg1'], 'whether it can reach the instances is not known'),
  hold('ecs-exec', ['AWS::ECS::TaskDefinition'], 'opens a shell in a container that runs with the role', anyOf('ecs:ExecuteCommand'), ['P:ECS+ExecuteCommand']),
  hold('cloudformation-update', ['AWS::CloudFormation::Stack'], 'updates a stack that works with the role', onHolder('cloudformation:UpdateStack'), ['cloudformation-002']),
  hold('cloudformation-changeset', ['AWS::CloudFormation::Stack'], 'changes a stack that works with the role', onHolder('cloudformation:CreateChangeSet', 'cloudformation:ExecuteChangeSet'), ['cloudformation-005']),
  hold('cloudformation-set', ['AWS::CloudFormation::StackSet'], 'updates a stack set that works with the role', onHolder('cloudformation:UpdateStackSet'), ['cloudformation-004']),
  hold('codebuild-start', ['AWS::CodeBuild::Project'], 'starts a build that runs with the role, with a build script of its own', onHolder('codebuild:StartBuild'), ['codebuild-002']),
  hold('codebuild-batch', ['AWS::CodeBuild::Project'], 'starts a batch build that runs with the role, with a build script of its own', onHolder('codebuild:StartBuildBatch'), ['codebuild-003']),
  hold('glue-endpoint', ['AWS::Glue::DevEndpoint'], 'puts its key on a Glue development endpoint that runs with the role', onHolder('glue:UpdateDevEndpoint'), ['glue-002']),
  hold('sagemaker-open', ['AWS::SageMaker::NotebookInstance'], 'opens a notebook that runs with the role', onHolder('sagemaker:CreatePresignedNotebookInstanceUrl'), ['sagemaker-004']),
  hold('sagemaker-script', ['AWS::SageMaker::NotebookInstance'], 'gives a notebook that runs with the role a start script', [...anyOf('sagemaker:CreateNotebookInstanceLifecycleConfig'), ...onHolder('sagemaker:StopNotebookInstance', 'sagemaker:UpdateNotebookInstance', 'sagemaker:StartNotebookInstance')], ['sagemaker-005']),
  hold('apprunner-update', ['AWS::AppRunner::Service'], 'replaces the image of a service that runs with the role', onHolder('apprunner:UpdateService'), ['apprunner-002']),
  hold('agent-interpreter', ['AWS::BedrockAgentCore::CodeInterpreterCustom'], 'runs code in an interpreter that has the role', anyOf('bedrock-agentcore:StartCodeInterpreterSession', 'bedrock-agentcore:InvokeCodeInterpreter'), ['bedrock-002']),
  hold('agent-runtime', ['AWS::BedrockAgentCore::Runtime'], 'runs a command in an agent runtime that has the role', anyOf('bedrock-agentcore:InvokeAgentRuntimeCommand'), ['P:AgentCoreInvokeRuntimeCommand']),
  hold('agent-browser', ['AWS::BedrockAgentCore::BrowserCustom'], 'drives a browser that has the role', anyOf('bedrock-agentcore:StartBrowserSession', 'bedrock-agentcore:ConnectBrowserAutomationStream'), ['P:AgentCoreBrowserSessionConnect']),
  hold('batch-submit', ['AWS::Batch::JobDefinition'], 'submits a job that runs with the role, with a command of its own', onHolder('batch:SubmitJob'), ['P:BatchSubmitJob']),
  hold('codedeploy', INSTANCE, 'deploys to an instance that runs with the role', anyOf('codedeploy:CreateDeployment', 'codedeploy:RegisterApplicationRevision', 'codedeploy:GetDeploymentConfig'), ['P:CodeDeployCreateDeployment'], 'whether the instance is in a deployment group is not known'),
  hold('stepfunctions-update', ['AWS::StepFunctions::StateMachine'], 'rewrites a state machine that works with the role and starts it', onHolder('states:UpdateStateMachine', 'states:StartExecution'), ['P:StepFunctionsUpdateStateMachine+StartExecution']),
];

export const rules: readonly Rule[] = [...self, ...take, ...passes, ...holders];

/** Covered by meaning, not by a rule: `iam:*` is an administrator. */
export const coveredByMeaning: readonly string[] = ['P:OverPermissiveIAM'];
