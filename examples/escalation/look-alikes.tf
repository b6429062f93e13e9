# Each of these has the names of a way up in its policy, and none gets anywhere.
locals {
  alike = {
    # Keys for themselves give them nothing that they do not have.
    own-key = [{ Effect = "Allow", Action = "iam:CreateAccessKey", Resource = "arn:aws:iam::${local.account}:user/$${aws:username}" }]
    # A Deny stands against all of it.
    denied = [{ Effect = "Allow", Action = "iam:*", Resource = "*" }, { Effect = "Deny", Action = "iam:*", Resource = "*" }]
    # The role may be passed to a service that it does not trust.
    wrong-service = [
      { Effect = "Allow", Action = "iam:PassRole", Resource = aws_iam_role.service["ec2"].arn, Condition = { StringEquals = { "iam:PassedToService" = "lambda.amazonaws.com" } } },
      { Effect = "Allow", Action = ["ec2:RunInstances", "lambda:CreateFunction", "lambda:InvokeFunction"], Resource = "*" },
    ]
    # Nothing to pass the role to.
    pass-only = [{ Effect = "Allow", Action = "iam:PassRole", Resource = "*" }]
    # Nothing to pass.
    no-pass = [{ Effect = "Allow", Action = ["lambda:CreateFunction", "lambda:InvokeFunction"], Resource = "*" }]
    # The role that may be passed can do little.
    weak-role = [{ Effect = "Allow", Action = "iam:PassRole", Resource = aws_iam_role.weak.arn }, { Effect = "Allow", Action = ["lambda:CreateFunction", "lambda:InvokeFunction"], Resource = "*" }]
    # The role does not trust anybody of the account.
    no-trust = [{ Effect = "Allow", Action = "sts:AssumeRole", Resource = aws_iam_role.service["ec2"].arn }]
    # Only a policy that gives little may be attached.
    attach-limited = [{ Effect = "Allow", Action = "iam:AttachUserPolicy", Resource = "*", Condition = { ArnEquals = { "iam:PolicyARN" = "arn:aws:iam::aws:policy/ReadOnlyAccess" } } }]
    # Every new role is born with a boundary that it demands.
    bounded-roles = [{ Effect = "Allow", Action = ["iam:CreateRole", "iam:AttachRolePolicy"], Resource = "arn:aws:iam::${local.account}:role/app/*", Condition = { StringEquals = { "iam:PermissionsBoundary" = "arn:aws:iam::${local.account}:policy/boundary" }, ArnNotEquals = { "iam:PolicyARN" = local.admin } } }]
    # A policy that nobody carries may be rewritten.
    idle-policy = [{ Effect = "Allow", Action = "iam:CreatePolicyVersion", Resource = aws_iam_policy.idle.arn }]
    # Other functions than the one that runs as administrator.
    other-function = [{ Effect = "Allow", Action = "lambda:UpdateFunctionCode", Resource = "arn:aws:lambda:*:${local.account}:function:shop-*" }]
    # Shells on the instances of another team.
    other-team = [{ Effect = "Allow", Action = "ssm:StartSession", Resource = "*", Condition = { StringEquals = { "aws:ResourceTag/team" = "shop" } } }]
    # NotAction that leaves out what counts.
    not-action = [{ Effect = "Allow", NotAction = ["iam:*", "sts:*", "organizations:*", "sso:*", "ec2:*", "lambda:*", "ssm:*", "codebuild:*", "states:*", "sagemaker:*", "ec2-instance-connect:*", "autoscaling:*", "codedeploy:*"], Resource = "*" }]
  }
}

resource "aws_iam_user" "alike" {
  for_each = local.alike
  name     = "alike-${each.key}"
}

resource "aws_iam_user_policy" "alike" {
  for_each = local.alike
  user     = aws_iam_user.alike[each.key].name
  name     = "rights"
  policy   = jsonencode({ Version = "2012-10-17", Statement = each.value })
}

# A boundary holds this one back, whatever its policies say.
resource "aws_iam_policy" "boundary" {
  name = "boundary"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["s3:*", "dynamodb:*"], Resource = "*" },
      { Effect = "Deny", Action = ["iam:*", "sts:*"], Resource = "*" },
    ]
  })
}

resource "aws_iam_user" "alike_bounded" {
  name                 = "alike-bounded"
  permissions_boundary = aws_iam_policy.boundary.arn
}

resource "aws_iam_user_policy" "alike_bounded" {
  user   = aws_iam_user.alike_bounded.name
  name   = "rights"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
}

resource "aws_iam_policy" "idle" {
  name   = "idle"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:ListAllMyBuckets", Resource = "*" }] })
}

resource "aws_iam_role" "weak" {
  name = "weak"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role_policy_attachment" "weak" {
  role       = aws_iam_role.weak.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}
