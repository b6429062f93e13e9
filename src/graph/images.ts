/** Container images by their names and digests: other than the name of a bucket, an image's name means the same in every root of a scan. */
import { referenceOf, type Reference, type Resource, type TextPart, type Tree } from '../model/index.js';

export const IMAGE = 'Demarc::Container::Image';

/** Which properties name an image to run. */
export const imageProperties: readonly (readonly [type: string, path: string])[] = [
  ['AWS::ECS::TaskDefinition', 'ContainerDefinitions.Image'],
  ['AWS::Lambda::Function', 'Code.ImageUri'],
  ['AWS::Batch::JobDefinition', 'ContainerProperties.Image'],
  ['AWS::Batch::JobDefinition', 'EcsProperties.TaskProperties.Containers.Image'],
  ['AWS::Batch::JobDefinition', 'NodeProperties.NodeRangeProperties.Container.Image'],
  ['AWS::AppRunner::Service', 'SourceConfiguration.ImageRepository.ImageIdentifier'],
  ['AWS::SageMaker::Model', 'PrimaryContainer.Image'],
  ['AWS::SageMaker::Model', 'Containers.Image'],
  ['Demarc::Container::ComposeService', 'Image'],
];

/**
 * One spelling of a name: Docker's own registry and the tag `latest` may be left out.
 * https://github.com/distribution/reference: a digest counts, whatever tag stands before it.
 */
export function imageKey(name: string): string {
  const digest = /@(sha\d+:[0-9a-f]+)$/.exec(name)?.[1];
  if (digest !== undefined) return digest;
  const short = name.replace(/^(?:index\.)?docker\.io\//, '').replace(/^library\//, '');
  return /:[\w][\w.-]*$/.test(short.slice(short.lastIndexOf('/') + 1)) ? short : `${short}:latest`;
}

export class ImageIndex<R extends Pick<Resource, 'type' | 'properties' | 'root' | 'address'>> {
  private readonly byKey = new Map<string, R>();
  /** By the last part of the name and the tag: `shop:1.4`; null: several. */
  private readonly byEnd = new Map<string, R | null>();

  constructor(resources: Iterable<R>) {
    for (const resource of resources) {
      if (resource.type !== IMAGE) continue;
      const { entries } = resource.properties;
      const [tags, digest] = [entries.get('Tags'), entries.get('Digest')];
      if (digest?.kind === 'scalar') this.byKey.set(String(digest.value), resource);
      for (const tag of tags?.kind === 'list' ? tags.items : []) {
        if (tag.kind !== 'scalar') continue;
        const key = imageKey(String(tag.value));
        this.byKey.set(key, resource);
        const end = key.slice(key.lastIndexOf('/') + 1);
        const there = this.byEnd.get(end);
        this.byEnd.set(end, there === undefined || there === resource ? resource : null);
      }
    }
  }

  get empty(): boolean {
    return this.byKey.size === 0;
  }

  /** The image of this scan that a property means; `named` gives the name of a repository of the same root. Undefined: none of them, or it cannot be told. */
  find(value: Tree, named: (reference: Reference) => string | undefined): R | undefined {
    if (value.kind === 'scalar') return typeof value.value === 'string' ? this.byKey.get(imageKey(value.value)) : undefined;
    if (value.kind !== 'unknown') return undefined;
    const plain = referenceOf(value);
    const parts: readonly TextPart[] = plain === undefined ? (value.parts ?? []) : [plain];
    const [repository, tag = ':latest'] = parts;
    // `${aws_ecr_repository.shop.repository_url}:1.4`: the account's registry is not known before there is one, the rest is.
    if (repository === null || typeof repository !== 'object' || typeof tag !== 'string' || parts.length > 2) return undefined;
    const name = named(repository);
    if (name === undefined) return undefined;
    return tag.startsWith('@') ? this.byKey.get(tag.slice(1)) : (this.byEnd.get(`${name.slice(name.lastIndexOf('/') + 1)}${tag}`) ?? undefined);
  }
}
