# An account in which many lesser principals can become administrator, each by another way, beside some that only look so.
# `demarc paths examples/escalation` finds the first and leaves the second alone. Made for tests and for looking at: do not apply it.

terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

data "aws_caller_identity" "me" {}

locals {
  account = data.aws_caller_identity.me.account_id
  admin   = "arn:aws:iam::aws:policy/AdministratorAccess"
}

# Who is administrator and meant to be.
resource "aws_iam_user" "root_of_trust" {
  name = "root-of-trust"
}

resource "aws_iam_user_policy_attachment" "root_of_trust" {
  user       = aws_iam_user.root_of_trust.name
  policy_arn = local.admin
}

resource "aws_iam_group" "admins" {
  name = "admins"
}

resource "aws_iam_group_policy_attachment" "admins" {
  group      = aws_iam_group.admins.name
  policy_arn = local.admin
}

# A role for each service that works with it, each an administrator.
locals {
  services = {
    ec2            = "ec2.amazonaws.com"
    lambda         = "lambda.amazonaws.com"
    tasks          = "ecs-tasks.amazonaws.com"
    cloudformation = "cloudformation.amazonaws.com"
    codebuild      = "codebuild.amazonaws.com"
    glue           = "glue.amazonaws.com"
    sagemaker      = "sagemaker.amazonaws.com"
    states         = "states.amazonaws.com"
    scheduler      = "scheduler.amazonaws.com"
    ssm            = "ssm.amazonaws.com"
    apprunner      = "tasks.apprunner.amazonaws.com"
    datapipeline   = "datapipeline.amazonaws.com"
  }
}

resource "aws_iam_role" "service" {
  for_each = local.services
  name     = "service-${each.key}"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = each.value }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role_policy_attachment" "service" {
  for_each   = local.services
  role       = aws_iam_role.service[each.key].name
  policy_arn = local.admin
}

resource "aws_iam_instance_profile" "service" {
  name = "service-ec2"
  role = aws_iam_role.service["ec2"].name
}

# What runs with them.
resource "aws_instance" "worker" {
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "t3.micro"
  iam_instance_profile = aws_iam_instance_profile.service.name
  tags                 = { Name = "worker", team = "platform" }
}

resource "aws_lambda_function" "worker" {
  function_name = "worker"
  role          = aws_iam_role.service["lambda"].arn
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  filename      = "worker.zip"
}

resource "aws_codebuild_project" "worker" {
  name         = "worker"
  service_role = aws_iam_role.service["codebuild"].arn
  artifacts {
    type = "NO_ARTIFACTS"
  }
  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/amazonlinux2-x86_64-standard:5.0"
    type         = "LINUX_CONTAINER"
  }
  source {
    type     = "GITHUB"
    location = "https://github.com/example/worker.git"
  }
}

resource "aws_sagemaker_notebook_instance" "worker" {
  name          = "worker"
  role_arn      = aws_iam_role.service["sagemaker"].arn
  instance_type = "ml.t3.medium"
}

resource "aws_sfn_state_machine" "worker" {
  name       = "worker"
  role_arn   = aws_iam_role.service["states"].arn
  definition = jsonencode({ StartAt = "Done", States = { Done = { Type = "Succeed" } } })
}
