/** A tag as CloudFormation writes it. */
export interface Tag {
  Key?: string;
  Value?: string;
}
