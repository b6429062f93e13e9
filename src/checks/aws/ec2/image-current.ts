import { any, because, child, cursor, decide, evidenceOf, fails, holds, isAbsent, isTrue, items, not, undecided, type Condition, type Field, type View } from '../../../model/index.js';
import { cfn, defineCheck, tf } from '../../define.js';
import { inCode } from './patching.js';

/** Days after which an image that is held fast lacks patches: vendors publish at least monthly. */
const OLDEST = 90;
const DAY = 86_400_000;
const DATED = /(20\d\d)[-.]?(0[1-9]|1[0-2])[-.]?(0[1-9]|[12]\d|3[01])(?![\d*?])/;

/*
 * Code cannot tell how old an image id is, only that it stays what it is: that is a fail, of low severity, as a pipeline may renew it.
 * An image looked up by a name with a day in it is as old as that day. A parameter that its owner publishes follows the newest.
 */
export default defineCheck({
  id: 'aws-ec2-image-current',
  title: 'Machine image is the current one of its line',
  row: 'os',
  severity: 'low',
  on: ['AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration'],
  why: 'A machine starts with the holes that were known and patched since its image was made: an id that is written down is never younger than the day it was written.',
  cwe: ['CWE-1329', 'CWE-1104'],
  judgement: {
    detection: 'easy: an id stands in the code',
    effort: 'minutes: a parameter of the owner, or a lookup',
    reach: 'every machine that is started from it',
    trap: 'a fixed id is taken for a safe one',
  },
  applies: (properties, context) => {
    const own = inCode(context);
    return own.truth === false ? own : not(isAbsent(imageOf(properties)));
  },
  evaluate: (properties, { now, through }) => {
    const image = imageOf(properties);
    const { tree } = cursor(image);
    const evidence = [evidenceOf(image)];
    const lookups = [...through('ImageId', 'Demarc::EC2::ImageLookup').members, ...through('LaunchTemplateData.ImageId', 'Demarc::EC2::ImageLookup').members];
    const [lookup] = lookups;
    if (lookup !== undefined) return current(lookup.properties.Filter, lookup.properties.MostRecent, now);
    if (tree?.kind === 'scalar') {
      const id = String(tree.value);
      if (/^(resolve|\{\{resolve):ssm:/.test(id)) return holds(evidence);
      return /^ami-/.test(id) ? fails(evidence, `\`${id}\` is written down: machines start from it as it was made, however long ago`) : undecided([{ kind: 'unresolved', detail: `\`${id}\` is no id of an image` }], evidence);
    }
    if (tree?.kind !== 'unknown') return undecided([{ kind: 'unresolved', detail: 'which image it is, is not known' }], evidence);
    const [first] = tree.parts ?? [];
    if (typeof first === 'string' && /^(\{\{)?resolve:ssm:/.test(first)) return holds(evidence);
    if (first !== null && typeof first === 'object' && /(^|\.)data\.aws_ssm_parameter\./.test(first.address)) return holds(evidence);
    return undecided([tree.reason], evidence);
  },
  fix: {
    terraform: `data "aws_ssm_parameter" "image" {
  name = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"
}

resource "aws_instance" "this" {
  ami = data.aws_ssm_parameter.image.value
}`,
    cloudformation: "ImageId: '{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64}}'",
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/finding-an-ami.html', 'https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-public-parameters-ami.html'],
  equivalents: {},
  examples: {
    good: [
      tf`
        data "aws_ami" "a" {
          most_recent = true
          owners      = ["amazon"]
          filter {
            name   = "name"
            values = ["al2023-ami-2023*-x86_64"]
          }
        }
        resource "aws_instance" "i" {
          ami = data.aws_ami.a.id
        }
      `,
      cfn`
        Parameters:
          Image:
            Type: AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>
            Default: /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64
        Resources:
          I:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: !Ref Image
      `,
    ],
    bad: [
      tf`
        resource "aws_launch_template" "t" {
          image_id = "ami-0123456789abcdef0"
        }
      `,
      tf`
        data "aws_ami" "a" {
          most_recent = true
          owners      = ["amazon"]
          filter {
            name   = "name"
            values = ["amzn2-ami-hvm-2.0.20200304.0-x86_64-gp2"]
          }
        }
        resource "aws_instance" "i" {
          ami = data.aws_ami.a.id
        }
      `,
      cfn`
        Resources:
          I:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-0123456789abcdef0
      `,
      cfn`
        Mappings:
          Images:
            us-east-1: { arm: ami-0123456789abcdef0 }
        Resources:
          L:
            Type: AWS::AutoScaling::LaunchConfiguration
            Properties:
              ImageId: !FindInMap [Images, us-east-1, arm]
              InstanceType: t4g.small
      `,
    ],
    unknown: [
      tf`
        variable "image" {
          type = string
        }
        resource "aws_instance" "i" {
          ami = var.image
        }
      `,
    ],
  },
});

const imageOf = (properties: Field<unknown>): View<string> => any(not(isAbsent(child(properties, 'ImageId')))).truth === false ? child<string>(child(properties, 'LaunchTemplateData'), 'ImageId') : child<string>(properties, 'ImageId');

/** A lookup of the newest; one whose names hold a day finds what is of that day. */
function current(filters: Field<readonly unknown[]>, newest: Field<boolean>, now: string): Condition {
  const { views, open } = items(filters);
  for (const filter of views) {
    const values = items(child<readonly string[]>(filter, 'values'));
    for (const value of values.views) {
      const { tree } = cursor(value);
      const match = tree?.kind === 'scalar' ? DATED.exec(String(tree.value)) : null;
      if (match === null) continue;
      const day = `${match[1] ?? ''}-${match[2] ?? ''}-${match[3] ?? ''}`;
      const age = Math.floor((Date.parse(now) - Date.parse(day)) / DAY);
      if (Number.isNaN(age)) continue;
      return because(decide(age <= OLDEST, [evidenceOf(value)]), (truth) => (truth === false ? `the lookup finds the image of ${day}, ${age} days old` : undefined));
    }
  }
  if (open !== undefined) return undecided([open], [evidenceOf(filters)]);
  const most = isTrue(newest);
  return most.truth === false ? undecided([{ kind: 'not-collected', detail: 'the lookup names one image; how old it is, is not known' }], most.evidence) : most;
}
