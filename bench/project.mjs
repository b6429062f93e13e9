// Writes a generated Terraform project of about N resources: modules, for_each, locals, policies and the usual services.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One unit: 20 resources of the mix that real stacks have. */
const unit = (i) => `
variable "name_${i}" {
  type    = string
  default = "unit-${i}"
}

locals {
  tags_${i} = merge({ unit = var.name_${i} }, { env = terraform.workspace })
}

resource "aws_s3_bucket" "b${i}" {
  bucket = "\${var.name_${i}}-data"
  tags   = local.tags_${i}
}

resource "aws_s3_bucket_public_access_block" "b${i}" {
  bucket                  = aws_s3_bucket.b${i}.id
  block_public_acls       = true
  block_public_policy     = ${i % 2 === 0}
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_versioning" "b${i}" {
  bucket = aws_s3_bucket.b${i}.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_policy" "b${i}" {
  bucket = aws_s3_bucket.b${i}.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.b${i}.arn, "\${aws_s3_bucket.b${i}.arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}

resource "aws_kms_key" "k${i}" {
  description         = "key of \${var.name_${i}}"
  enable_key_rotation = ${i % 3 === 0}
}

resource "aws_vpc" "v${i}" {
  cidr_block = cidrsubnet("10.0.0.0/8", 8, ${i % 256})
}

resource "aws_subnet" "s${i}" {
  for_each   = { a = 0, b = 1 }
  vpc_id     = aws_vpc.v${i}.id
  cidr_block = cidrsubnet(aws_vpc.v${i}.cidr_block, 8, each.value)
}

resource "aws_security_group" "g${i}" {
  name   = "g${i}"
  vpc_id = aws_vpc.v${i}.id

  dynamic "ingress" {
    for_each = [22, 443, 5432]
    content {
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = ["${i % 4 === 0 ? '0.0.0.0/0' : '10.0.0.0/8'}"]
    }
  }
}

resource "aws_security_group_rule" "g${i}" {
  security_group_id = aws_security_group.g${i}.id
  type              = "egress"
  protocol          = "-1"
  from_port         = 0
  to_port           = 0
  cidr_blocks       = ["0.0.0.0/0"]
}

resource "aws_iam_role" "r${i}" {
  name = "r${i}"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

data "aws_iam_policy_document" "d${i}" {
  statement {
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = ["\${aws_s3_bucket.b${i}.arn}/*"]
  }
}

resource "aws_iam_role_policy" "r${i}" {
  role   = aws_iam_role.r${i}.id
  policy = data.aws_iam_policy_document.d${i}.json
}

resource "aws_lambda_function" "f${i}" {
  function_name = "f${i}"
  role          = aws_iam_role.r${i}.arn
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  filename      = "f.zip"
  environment {
    variables = { BUCKET = aws_s3_bucket.b${i}.id }
  }
}

resource "aws_cloudwatch_log_group" "l${i}" {
  name              = "/aws/lambda/f${i}"
  retention_in_days = 30
}

resource "aws_db_instance" "db${i}" {
  identifier             = "db${i}"
  engine                 = "postgres"
  engine_version         = "16.4"
  instance_class         = "db.t4g.micro"
  allocated_storage      = 20
  username               = "app"
  storage_encrypted      = true
  vpc_security_group_ids = [aws_security_group.g${i}.id]
}

resource "aws_dynamodb_table" "t${i}" {
  name         = "t${i}"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_sqs_queue" "q${i}" {
  name = "q${i}"
}

resource "aws_instance" "i${i}" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.micro"
  subnet_id              = aws_subnet.s${i}["a"].id
  vpc_security_group_ids = [aws_security_group.g${i}.id]
  root_block_device {
    encrypted = true
  }
}
`;

const PER_UNIT = 19;

/** Returns the number of resources written. */
export function writeProject(folder, resources) {
  mkdirSync(folder, { recursive: true });
  const units = Math.max(1, Math.round(resources / PER_UNIT));
  for (let start = 0; start < units; start += 5) {
    const texts = [];
    for (let i = start; i < Math.min(units, start + 5); i++) texts.push(unit(i));
    writeFileSync(join(folder, `units-${String(start).padStart(5, '0')}.tf`), texts.join('\n'));
  }
  writeFileSync(join(folder, 'provider.tf'), 'provider "aws" {\n  region = "eu-west-1"\n}\n');
  return units * PER_UNIT;
}
