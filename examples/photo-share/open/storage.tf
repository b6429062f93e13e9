resource "aws_s3_bucket" "photos" {
  bucket = "photo-share-photos"
}

# "The pictures are public anyway": so is every object that anybody ever puts here, and the list of them.
resource "aws_s3_bucket_public_access_block" "photos" {
  bucket                  = aws_s3_bucket.photos.id
  block_public_acls       = false
  block_public_policy     = false
  ignore_public_acls      = false
  restrict_public_buckets = false
}

resource "aws_s3_bucket_policy" "photos" {
  bucket = aws_s3_bucket.photos.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Pictures"
      Effect    = "Allow"
      Principal = "*"
      Action    = ["s3:GetObject", "s3:ListBucket"]
      Resource  = [aws_s3_bucket.photos.arn, "${aws_s3_bucket.photos.arn}/*"]
    }]
  })
}

resource "aws_db_subnet_group" "main" {
  name       = "photo-share"
  subnet_ids = [for subnet in aws_subnet.public : subnet.id]
}

resource "aws_db_instance" "main" {
  identifier             = "photo-share"
  engine                 = "postgres"
  engine_version         = "11.22"
  instance_class         = "db.t3.medium"
  allocated_storage      = 20
  db_name                = "photos"
  username               = "postgres"
  password               = var.database_password
  db_subnet_group_name   = aws_db_subnet_group.main.name
  vpc_security_group_ids = [aws_security_group.everything.id]
  publicly_accessible    = true
  skip_final_snapshot    = true

  backup_retention_period    = 0
  auto_minor_version_upgrade = false
}
