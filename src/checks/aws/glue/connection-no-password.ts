import { all, entries, undecided } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';
import { noSecretIn } from '../../aws/secrets.js';

export default defineCheck({
  id: 'aws-glue-connection-no-password',
  title: 'Glue connection holds no password',
  row: 'secrets',
  severity: 'high',
  on: 'AWS::Glue::Connection',
  why: 'The password stands in the catalog, in the code and in its state; whoever may read one of them has the database.',
  cwe: ['CWE-798'],
  judgement: {
    detection: 'easy for whoever may read the catalog',
    effort: 'minutes: name a secret instead',
    reach: 'the database behind the connection',
    trap: 'the catalog is taken to encrypt it',
  },
  evaluate: ({ ConnectionInput: { ConnectionProperties: properties } }) => {
    const { entries: named, open } = entries(properties);
    return all(...named.map(([name, value]) => noSecretIn(value, name)), ...(open === undefined ? [] : [undecided([open])]));
  },
  fix: {
    terraform: `connection_properties = {
  JDBC_CONNECTION_URL = "jdbc:postgresql://db.example.com/orders"
  SECRET_ID           = "orders-db"
}`,
    cloudformation: `ConnectionInput:
  ConnectionType: JDBC
  ConnectionProperties:
    JDBC_CONNECTION_URL: jdbc:postgresql://db.example.com/orders
    SECRET_ID: orders-db`,
  },
  references: ['https://docs.aws.amazon.com/glue/latest/dg/connection-properties-secrets-manager.html'],
  equivalents: {
    prowler: equal('glue_catalog_connection_no_secrets'),
  },
  examples: {
    good: [
      tf`
        resource "aws_glue_connection" "r" {
          name                  = "c"
          connection_properties = {
            JDBC_CONNECTION_URL = "jdbc:postgresql://db.example.com/orders"
            SECRET_ID           = "orders-db"
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
                  SECRET_ID: orders-db
      `,
    ],
    bad: [
      tf`
        resource "aws_glue_connection" "r" {
          name                  = "c"
          connection_properties = {
            JDBC_CONNECTION_URL = "jdbc:postgresql://db.example.com/orders"
            PASSWORD            = "horse-battery-staple"
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
                  PASSWORD: horse-battery-staple
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_glue_connection" "r" {
          name                  = "c"
          connection_properties = {
            JDBC_CONNECTION_URL = "jdbc:postgresql://db.example.com/orders"
            PASSWORD            = var.x
          }
        }
      `,
    ],
  },
});
