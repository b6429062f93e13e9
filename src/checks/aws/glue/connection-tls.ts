import { child, equals, isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-glue-connection-tls',
  title: 'Glue connection demands TLS',
  row: 'encryption',
  severity: 'medium',
  on: 'AWS::Glue::Connection',
  why: 'Without it rows and the password travel in the clear where the database allows it.',
  cwe: ['CWE-319'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'one line',
    reach: 'what it holds',
    trap: 'the default is taken to be the safe one',
  },
  applies: ({ ConnectionInput: { ConnectionType: type } }) => equals(type, 'JDBC'),
  evaluate: ({ ConnectionInput: { ConnectionProperties: properties } }) => isTrue(child<boolean>(properties, 'JDBC_ENFORCE_SSL')),
  fix: {
    terraform: `connection_properties = {
  JDBC_CONNECTION_URL = "jdbc:postgresql://db.example.com/orders"
  JDBC_ENFORCE_SSL    = "true"
}`,
    cloudformation: `ConnectionInput:
  ConnectionType: JDBC
  ConnectionProperties:
    JDBC_CONNECTION_URL: jdbc:postgresql://db.example.com/orders
    JDBC_ENFORCE_SSL: "true"`,
  },
  references: ['https://docs.aws.amazon.com/glue/latest/dg/connection-properties.html'],
  equivalents: {
    prowler: equal('glue_database_connections_ssl_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_glue_connection" "r" {
          name                  = "c"
          connection_type       = "JDBC"
          connection_properties = {
            JDBC_CONNECTION_URL = "jdbc:postgresql://db.example.com/orders"
            JDBC_ENFORCE_SSL    = "true"
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Glue::Connection
            Properties:
              CatalogId: "111122223333"
              ConnectionInput:
                ConnectionType: JDBC
                ConnectionProperties:
                  JDBC_CONNECTION_URL: jdbc:postgresql://db.example.com/orders
                  JDBC_ENFORCE_SSL: "true"
      `,
    ],
    bad: [
      tf`
        resource "aws_glue_connection" "r" {
          name                  = "c"
          connection_type       = "JDBC"
          connection_properties = {
            JDBC_CONNECTION_URL = "jdbc:postgresql://db.example.com/orders"
            JDBC_ENFORCE_SSL    = "false"
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Glue::Connection
            Properties:
              CatalogId: "111122223333"
              ConnectionInput:
                ConnectionType: JDBC
                ConnectionProperties:
                  JDBC_CONNECTION_URL: jdbc:postgresql://db.example.com/orders
                  JDBC_ENFORCE_SSL: "false"
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_glue_connection" "r" {
          name                  = "c"
          connection_type       = "JDBC"
          connection_properties = {
            JDBC_CONNECTION_URL = "jdbc:postgresql://db.example.com/orders"
            JDBC_ENFORCE_SSL    = var.x
          }
        }
      `,
    ],
  },
});
