/** A small stack, written once as code and once as the plan that Terraform makes of it (synthetic, after the documented format). */
export const code = {
  'main.tf': `
variable "team" { default = "core" }
variable "password" {
  default   = "hunter2"
  sensitive = true
}
provider "aws" {
  region = "eu-west-1"
  default_tags { tags = { Team = var.team } }
}
resource "aws_s3_bucket" "logs" {
  bucket = "my-logs"
}
resource "aws_s3_bucket" "many" {
  for_each = toset(["a", "b"])
  bucket   = "many-\${each.key}"
}
resource "aws_s3_bucket_versioning" "logs" {
  bucket = aws_s3_bucket.logs.id
  versioning_configuration {
    status = "Enabled"
  }
}
resource "aws_s3_bucket_public_access_block" "many" {
  for_each            = aws_s3_bucket.many
  bucket              = each.value.id
  block_public_acls   = true
  block_public_policy = false
}
data "aws_iam_policy_document" "logs" {
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.logs.arn]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}
resource "aws_s3_bucket_policy" "logs" {
  bucket = aws_s3_bucket.logs.id
  policy = data.aws_iam_policy_document.logs.json
}
resource "aws_security_group" "db" {
  name = "db"
  ingress {
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }
}
resource "aws_db_instance" "db" {
  identifier             = "db"
  password               = var.password
  storage_encrypted      = true
  vpc_security_group_ids = [aws_security_group.db.id]
  kms_key_id             = module.key["k"].arn
  engine_version         = "16"
}
module "key" {
  source   = "./key"
  for_each = toset(["k"])
  alias_of = aws_s3_bucket.logs.bucket
}
`,
  'key/main.tf': `
variable "alias_of" {}
resource "aws_kms_key" "this" {
  count               = 1
  enable_key_rotation = true
}
resource "aws_kms_alias" "this" {
  name          = "alias/\${var.alias_of}"
  target_key_id = aws_kms_key.this[0].key_id
}
output "arn" { value = aws_kms_key.this[0].arn }
`,
};
