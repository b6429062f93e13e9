# Each user holds the rights of one way up, and nothing else.
locals {
  ways = {
    # Rights over themselves.
    put-user-policy    = [{ Action = "iam:PutUserPolicy", Resource = "arn:aws:iam::${local.account}:user/$${aws:username}" }]
    attach-user-policy = [{ Action = "iam:AttachUserPolicy", Resource = "*" }]
    any-put            = [{ Action = "iam:Put*", Resource = "*" }]
    join-group         = [{ Action = "iam:AddUserToGroup", Resource = aws_iam_group.admins.arn }]
    create-role-attach = [{ Action = ["iam:CreateRole", "iam:AttachRolePolicy"], Resource = "arn:aws:iam::${local.account}:role/*" }]
    create-role-put    = [{ NotAction = ["s3:*", "iam:Attach*", "iam:Create*Policy*", "iam:*User*", "iam:*Group*", "iam:*Login*", "iam:*AccessKey*", "iam:UpdateAssume*", "iam:Pass*", "sso:*", "lambda:*", "ssm:*", "ec2:*", "ec2-instance-connect:*", "sts:*", "autoscaling:*", "states:*", "sagemaker:*", "codebuild:*", "codedeploy:*"], Resource = "*" }]

    # Other users.
    create-access-key = [{ Action = "iam:CreateAccessKey", Resource = aws_iam_user.root_of_trust.arn }]
    create-login      = [{ Action = "iam:CreateLoginProfile", Resource = "*" }]
    update-login      = [{ Action = "iam:UpdateLoginProfile", Resource = "arn:aws:iam::${local.account}:user/root-*" }]
    attach-and-key    = [{ Action = ["iam:AttachUserPolicy", "iam:CreateAccessKey"], Resource = aws_iam_user.bystander.arn }]
    put-and-key       = [{ Action = "iam:PutUserPolicy", Resource = aws_iam_user.bystander.arn }, { Action = "iam:CreateAccessKey", Resource = "arn:aws:iam::${local.account}:user/by*" }]

    # Roles.
    assume            = [{ Action = "sts:AssumeRole", Resource = aws_iam_role.operator.arn }]
    assume-with-mfa   = [{ Action = "sts:AssumeRole", Resource = aws_iam_role.operator.arn, Condition = { Bool = { "aws:MultiFactorAuthPresent" = "true" } } }]
    rewrite-trust     = [{ Action = "iam:UpdateAssumeRolePolicy", Resource = aws_iam_role.service["ec2"].arn }]
    attach-and-assume = [{ Action = ["iam:AttachRolePolicy", "sts:AssumeRole"], Resource = aws_iam_role.reader.arn }]
    put-and-trust     = [{ Action = ["iam:PutRolePolicy", "iam:UpdateAssumeRolePolicy"], Resource = aws_iam_role.locked.arn }]
    version           = [{ Action = ["iam:CreatePolicyVersion"], Resource = aws_iam_policy.shared.arn }, { Action = "sts:AssumeRole", Resource = aws_iam_role.reader.arn }]

    # A role handed to something new.
    pass-ec2            = [{ Action = "iam:PassRole", Resource = aws_iam_role.service["ec2"].arn }, { Action = "ec2:RunInstances", Resource = "*" }]
    pass-lambda         = [{ Action = "iam:PassRole", Resource = "arn:aws:iam::${local.account}:role/service-*" }, { Action = ["lambda:CreateFunction", "lambda:InvokeFunction"], Resource = "*" }]
    pass-lambda-service = [{ Action = "iam:PassRole", Resource = "*", Condition = { StringEquals = { "iam:PassedToService" = "lambda.amazonaws.com" } } }, { Action = ["lambda:CreateFunction", "lambda:AddPermission"], Resource = "*" }]
    pass-ecs            = [{ Action = ["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:RunTask"], Resource = "*" }]
    pass-cloudformation = [{ Action = ["iam:PassRole", "cloudformation:CreateStack"], Resource = "*" }]
    pass-codebuild      = [{ Action = ["iam:PassRole", "codebuild:CreateProject", "codebuild:StartBuild"], Resource = "*" }]
    pass-glue           = [{ Action = ["iam:PassRole", "glue:CreateJob", "glue:StartJobRun"], Resource = "*" }]
    pass-sagemaker      = [{ Action = ["iam:PassRole", "sagemaker:CreateTrainingJob"], Resource = "*" }]
    pass-states         = [{ Action = ["iam:PassRole", "states:CreateStateMachine", "states:StartExecution"], Resource = "*" }]
    pass-scheduler      = [{ Action = ["iam:PassRole", "scheduler:CreateSchedule"], Resource = "*" }]
    pass-automation     = [{ Action = ["iam:PassRole", "ssm:CreateDocument", "ssm:StartAutomationExecution"], Resource = "*" }]
    pass-apprunner      = [{ Action = ["iam:PassRole", "apprunner:CreateService"], Resource = "*" }]
    pass-datapipeline   = [{ Action = ["iam:PassRole", "datapipeline:CreatePipeline", "datapipeline:PutPipelineDefinition", "datapipeline:ActivatePipeline"], Resource = "*" }]

    # Something that runs with a role already.
    lambda-code     = [{ Action = "lambda:UpdateFunctionCode", Resource = aws_lambda_function.worker.arn }]
    lambda-layer    = [{ Action = "lambda:UpdateFunctionConfiguration", Resource = "*" }]
    instance-shell  = [{ Action = "ssm:StartSession", Resource = "*" }]
    instance-tagged = [{ Action = "ssm:SendCommand", Resource = "*", Condition = { StringEquals = { "aws:ResourceTag/team" = "platform" } } }]
    instance-script = [{ Action = ["ec2:ModifyInstanceAttribute", "ec2:StopInstances", "ec2:StartInstances"], Resource = "*" }]
    start-build     = [{ Action = "codebuild:StartBuild", Resource = aws_codebuild_project.worker.arn }]
    open-notebook   = [{ Action = "sagemaker:CreatePresignedNotebookInstanceUrl", Resource = "*" }]
    rewrite-machine = [{ Action = ["states:UpdateStateMachine", "states:StartExecution"], Resource = "*" }]
  }
}

resource "aws_iam_user" "up" {
  for_each = local.ways
  name     = "up-${each.key}"
}

resource "aws_iam_user_policy" "up" {
  for_each = local.ways
  user     = aws_iam_user.up[each.key].name
  name     = "rights"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [for statement in each.value : merge({ Effect = "Allow" }, statement)]
  })
}

# Whom they use on the way.
resource "aws_iam_user" "bystander" {
  name = "bystander"
}

resource "aws_iam_role" "operator" {
  name = "operator"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::${local.account}:root" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role_policy_attachment" "operator" {
  role       = aws_iam_role.operator.name
  policy_arn = local.admin
}

resource "aws_iam_policy" "shared" {
  name = "shared"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "*" }]
  })
}

resource "aws_iam_role" "reader" {
  name = "reader"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::${local.account}:root" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role_policy_attachment" "reader" {
  role       = aws_iam_role.reader.name
  policy_arn = aws_iam_policy.shared.arn
}

resource "aws_iam_role" "locked" {
  name = "locked"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "events.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}
