terraform {
  required_version = ">= 1.6"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

provider "aws" {
  region = var.region
  default_tags {
    tags = { app = "photo-share" }
  }
}

variable "region" {
  type    = string
  default = "eu-west-1"
}

variable "database_password" {
  type    = string
  default = "Summer2024!photos"
}

data "aws_caller_identity" "current" {}
