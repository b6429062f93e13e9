/** What Terraform's `lifecycle` block says. */
import { scalar, type RawResource } from '../model/index.js';
import { argument, type Draft } from './table.js';

/** Not a setting of the service: whether Terraform makes the new one first. A plan does not say. */
export function replacement({ meta, basis, at }: RawResource, draft: Draft): void {
  if (basis === 'declared') draft.fact('CreateBeforeDestroy', (meta === undefined ? undefined : argument(meta, 'lifecycle.create_before_destroy')) ?? scalar(false, at));
}
