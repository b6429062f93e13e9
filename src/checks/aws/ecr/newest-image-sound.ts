import { all, decide, equals, isPresent, type View } from '../../../model/index.js';
import { account, defineCheck, equal } from '../../define.js';

/** What the collector of repositories keeps of the image that was pushed last. */
interface NewestImage {
  readonly Digest?: string;
  readonly ScannedAt?: string;
  readonly Critical?: number;
  readonly High?: number;
}

export default defineCheck({
  id: 'aws-ecr-newest-image-sound',
  title: 'Newest image of the repository was scanned, and nothing critical or high was found',
  row: 'application',
  severity: 'high',
  on: 'AWS::ECR::Repository',
  why: 'What was pushed last is what runs next. A hole that the registry itself knows of is known to everyone.',
  cwe: ['CWE-1395'],
  judgement: {
    detection: 'easy: the registry shows it beside the image',
    effort: 'hours: a newer base image or package, and a new build',
    reach: 'every workload that runs the image',
    trap: 'a scan on push says what was known that day',
  },
  applies: (_, { facts, resource }) => all(decide(resource.dialect === 'api'), isPresent((facts.NewestImage as unknown as View<NewestImage>).Digest)),
  evaluate: (_, { facts }) => {
    const image = facts.NewestImage as unknown as View<NewestImage>;
    return all(isPresent(image.ScannedAt), equals(image.Critical, 0), equals(image.High, 0));
  },
  fix: { aws: `aws ecr describe-image-scan-findings --repository-name NAME --image-id imageDigest=DIGEST` },
  references: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning-basic.html'],
  equivalents: {
    prowler: equal('ecr_repositories_scan_vulnerabilities_in_latest_image'),
  },
  examples: {
    good: [
      account`{"ecr": {"DescribeRepositoriesCommand {}": {"repositories": [{"repositoryArn": "arn:aws:ecr:us-east-1:111122223333:repository/app", "repositoryName": "app"}]}, "DescribeImagesCommand {\"repositoryName\":\"app\",\"maxResults\":1000}": {"imageDetails": [{"imageDigest": "sha256:1", "imagePushedAt": {"$date": "2026-01-01T00:00:00.000Z"}, "imageScanFindingsSummary": {"imageScanCompletedAt": {"$date": "2026-01-01T00:01:00.000Z"}, "findingSeverityCounts": {"CRITICAL": 4}}}, {"imageDigest": "sha256:2", "imagePushedAt": {"$date": "2026-02-01T00:00:00.000Z"}, "imageScanFindingsSummary": {"imageScanCompletedAt": {"$date": "2026-02-01T00:01:00.000Z"}, "findingSeverityCounts": {"LOW": 2}}}]}}}`,
    ],
    bad: [
      account`{"ecr": {"DescribeRepositoriesCommand {}": {"repositories": [{"repositoryArn": "arn:aws:ecr:us-east-1:111122223333:repository/app", "repositoryName": "app"}]}, "DescribeImagesCommand {\"repositoryName\":\"app\",\"maxResults\":1000}": {"imageDetails": [{"imageDigest": "sha256:1", "imagePushedAt": {"$date": "2026-01-01T00:00:00.000Z"}, "imageScanFindingsSummary": {"imageScanCompletedAt": {"$date": "2026-01-01T00:01:00.000Z"}, "findingSeverityCounts": {"CRITICAL": 4}}}]}}}`,
    ],
    unknown: [
      account`{"ecr": {"DescribeRepositoriesCommand {}": {"repositories": [{"repositoryArn": "arn:aws:ecr:us-east-1:111122223333:repository/app", "repositoryName": "app"}]}, "DescribeImagesCommand {\"repositoryName\":\"app\",\"maxResults\":1000}": {"error": ["AccessDeniedException"]}}}`,
    ],
  },
});
