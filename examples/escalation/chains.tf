# Two ways up that take more than three steps.

# 1. A developer assumes the deployer, which may start builds that run as the builder, which may rewrite a function that runs as the
#    keeper, which may let itself into the operator's role.
resource "aws_iam_user" "chain_developer" {
  name = "chain-developer"
}

resource "aws_iam_user_policy" "chain_developer" {
  user   = aws_iam_user.chain_developer.name
  name   = "rights"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Resource = aws_iam_role.chain_deployer.arn }] })
}

resource "aws_iam_role" "chain_deployer" {
  name               = "chain-deployer"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::${local.account}:root" }, Action = "sts:AssumeRole" }] })
}

resource "aws_iam_role_policy" "chain_deployer" {
  role   = aws_iam_role.chain_deployer.name
  name   = "rights"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "codebuild:StartBuild", Resource = aws_codebuild_project.chain.arn }] })
}

resource "aws_codebuild_project" "chain" {
  name         = "chain"
  service_role = aws_iam_role.chain_builder.arn
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
    location = "https://github.com/example/chain.git"
  }
}

resource "aws_iam_role" "chain_builder" {
  name               = "chain-builder"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "codebuild.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}

resource "aws_iam_role_policy" "chain_builder" {
  role   = aws_iam_role.chain_builder.name
  name   = "rights"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "lambda:UpdateFunctionCode", Resource = aws_lambda_function.chain.arn }] })
}

resource "aws_lambda_function" "chain" {
  function_name = "chain"
  role          = aws_iam_role.chain_keeper.arn
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  filename      = "chain.zip"
}

resource "aws_iam_role" "chain_keeper" {
  name               = "chain-keeper"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}

resource "aws_iam_role_policy" "chain_keeper" {
  role   = aws_iam_role.chain_keeper.name
  name   = "rights"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "iam:UpdateAssumeRolePolicy", Resource = aws_iam_role.operator.arn }] })
}

# 2. Anyone with an AWS account assumes the partner's role, sets the password of a clerk, who joins the payroll group, which may make
#    a key for the administrator.
resource "aws_iam_role" "chain_partner" {
  name               = "chain-partner"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "sts:AssumeRole" }] })
}

resource "aws_iam_role_policy" "chain_partner" {
  role   = aws_iam_role.chain_partner.name
  name   = "rights"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "iam:UpdateLoginProfile", Resource = aws_iam_user.chain_clerk.arn }] })
}

resource "aws_iam_user" "chain_clerk" {
  name = "chain-clerk"
}

resource "aws_iam_user_policy" "chain_clerk" {
  user   = aws_iam_user.chain_clerk.name
  name   = "rights"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "iam:AddUserToGroup", Resource = aws_iam_group.chain_payroll.arn }] })
}

resource "aws_iam_group" "chain_payroll" {
  name = "chain-payroll"
}

resource "aws_iam_group_policy" "chain_payroll" {
  group  = aws_iam_group.chain_payroll.name
  name   = "rights"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "iam:CreateAccessKey", Resource = aws_iam_user.root_of_trust.arn }] })
}
