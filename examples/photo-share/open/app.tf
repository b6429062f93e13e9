resource "aws_ecr_repository" "web" {
  name = "photo-share"
}

resource "aws_ecs_cluster" "main" {
  name = "photo-share"
}

resource "aws_iam_role" "task" {
  name = "photo-share-task"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ecs-tasks.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

# It needed to read one bucket.
resource "aws_iam_role_policy_attachment" "task" {
  role       = aws_iam_role.task.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_ecs_task_definition" "web" {
  family                   = "photo-share"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 512
  memory                   = 1024
  task_role_arn            = aws_iam_role.task.arn
  execution_role_arn       = aws_iam_role.task.arn

  container_definitions = jsonencode([{
    name         = "web"
    image        = "${aws_ecr_repository.web.repository_url}:latest"
    essential    = true
    user         = "root"
    portMappings = [{ containerPort = 8080 }]
    environment = [
      { name = "DATABASE_HOST", value = aws_db_instance.main.address },
      { name = "DATABASE_PASSWORD", value = var.database_password },
      { name = "AWS_DEFAULT_REGION", value = var.region },
    ]
  }])
}

resource "aws_ecs_service" "web" {
  name            = "web"
  cluster         = aws_ecs_cluster.main.id
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 2
  launch_type     = "FARGATE"

  network_configuration {
    subnets          = [for subnet in aws_subnet.public : subnet.id]
    security_groups  = [aws_security_group.everything.id]
    assign_public_ip = true
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.web.arn
    container_name   = "web"
    container_port   = 8080
  }
}

# Makes the thumbnails; the runtime was current when it was written.
resource "aws_lambda_function" "thumbnails" {
  function_name = "photo-share-thumbnails"
  role          = aws_iam_role.task.arn
  runtime       = "nodejs14.x"
  handler       = "index.handler"
  filename      = "thumbnails.zip"

  environment {
    variables = {
      DATABASE_PASSWORD = var.database_password
    }
  }
}
