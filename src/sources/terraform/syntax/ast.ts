/**
 * The syntax tree of HCL2, native or JSON. Every node knows its exact place; nothing here is evaluated.
 * Columns count UTF-16 units from 1; ends are exclusive.
 */
import type { Position, Reason } from '../../../model/index.js';

/** A place with both ends. */
export interface Range extends Position {
  readonly endLine: number;
  readonly endColumn: number;
}

export interface Body {
  /** In the order of the file. */
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** In the order of the file. Of a JSON body below the top level always empty: see `blocksOf`. */
  readonly blocks: readonly Block[];
  readonly range: Range;
  /** Read from JSON, where only the reader's schema tells a nested block from an attribute. */
  readonly json?: boolean;
  /** Set when a part of this body could not be parsed: what it does not list is then unknown, not absent. */
  readonly incomplete?: Reason;
}

export interface Block {
  readonly type: string;
  readonly typeRange: Range;
  readonly labels: readonly Label[];
  readonly body: Body;
  /** From the type to the closing brace. */
  readonly range: Range;
  /** The type and the labels. */
  readonly headerRange: Range;
}

export interface Label {
  readonly value: string;
  readonly range: Range;
}

export interface Attribute {
  readonly name: string;
  readonly nameRange: Range;
  readonly expression: Expression;
  /** Name and expression. */
  readonly range: Range;
}

export interface Comment {
  /** Without the marks. */
  readonly text: string;
  readonly range: Range;
}

export type Expression =
  | LiteralExpression
  | TemplateExpression
  | VariableExpression
  | TraversalExpression
  | CallExpression
  | UnaryExpression
  | BinaryExpression
  | ConditionalExpression
  | ForExpression
  | TupleExpression
  | ObjectExpression
  | ParenthesesExpression
  | BrokenExpression;

/** A number, boolean, null, or a text without interpolation. */
export interface LiteralExpression {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null;
  /** The digits of a number, which may be more than a JavaScript number holds. */
  readonly digits?: string;
  readonly range: Range;
}

/** A text with interpolations. One interpolation alone keeps the type of its value. */
export interface TemplateExpression {
  readonly kind: 'template';
  readonly parts: readonly TemplatePart[];
  readonly range: Range;
}

export type TemplatePart =
  | { readonly kind: 'text'; readonly value: string; readonly range: Range }
  | { readonly kind: 'interpolation'; readonly expression: Expression; readonly range: Range }
  | { readonly kind: 'if'; readonly condition: Expression; readonly then: readonly TemplatePart[]; readonly else: readonly TemplatePart[]; readonly range: Range }
  | {
      readonly kind: 'for';
      readonly key?: string;
      readonly value: string;
      readonly collection: Expression;
      readonly body: readonly TemplatePart[];
      readonly range: Range;
    };

/** A bare root name: `var`, `aws_s3_bucket`, a `for` variable; also keywords such as `string` in a type. */
export interface VariableExpression {
  readonly kind: 'variable';
  readonly name: string;
  readonly range: Range;
}

/** Steps from a value: `var.a.b[0]`, `aws_x.y[*].id`, `f(x).y`. Never empty; a chain is one node. */
export interface TraversalExpression {
  readonly kind: 'traversal';
  readonly root: Expression;
  readonly steps: readonly TraversalStep[];
  readonly range: Range;
}

export type TraversalStep =
  | { readonly kind: 'attribute'; readonly name: string; readonly range: Range }
  /** `[key]`, and the legacy `.0`. */
  | { readonly kind: 'index'; readonly key: Expression; readonly range: Range }
  /** `[*]` (full) takes all following steps; `.*` takes the following attribute steps only. */
  | { readonly kind: 'splat'; readonly full: boolean; readonly range: Range };

export interface CallExpression {
  readonly kind: 'call';
  /** With its namespace: `provider::aws::arn_parse`. */
  readonly name: string;
  readonly nameRange: Range;
  readonly arguments: readonly Expression[];
  /** The last argument is followed by `...`. */
  readonly expand: boolean;
  readonly range: Range;
}

export interface UnaryExpression {
  readonly kind: 'unary';
  readonly operator: '-' | '!';
  readonly operand: Expression;
  readonly range: Range;
}

export type BinaryOperator = '+' | '-' | '*' | '/' | '%' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '&&' | '||';

export interface BinaryExpression {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
  readonly range: Range;
}

export interface ConditionalExpression {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly then: Expression;
  readonly else: Expression;
  readonly range: Range;
}

export interface ForExpression {
  readonly kind: 'for';
  /** The first of two variables. */
  readonly keyName?: string;
  readonly valueName: string;
  readonly collection: Expression;
  /** Set for `{ for … : key => value }`. */
  readonly key?: Expression;
  readonly value: Expression;
  readonly condition?: Expression;
  /** `value...` */
  readonly grouping: boolean;
  readonly range: Range;
}

export interface TupleExpression {
  readonly kind: 'tuple';
  readonly items: readonly Expression[];
  readonly range: Range;
}

export interface ObjectExpression {
  readonly kind: 'object';
  readonly items: readonly ObjectItem[];
  readonly range: Range;
}

/** A bare name as key is a `literal`; `(name)` and anything else is evaluated. */
export interface ObjectItem {
  readonly key: Expression;
  readonly value: Expression;
}

export interface ParenthesesExpression {
  readonly kind: 'parentheses';
  readonly inner: Expression;
  readonly range: Range;
}

/** What could not be parsed; evaluates to an unknown with this reason. */
export interface BrokenExpression {
  readonly kind: 'broken';
  readonly reason: Reason;
  readonly range: Range;
}
