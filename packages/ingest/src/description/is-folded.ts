import { expression } from '@samenbeeld/read';
import type { SourceDescription } from './description.ts';

/** Whether a name is a heading that a fold takes, by which a correction names a cell under it. */
export function isFolded(name: string, folds: SourceDescription['folds']): boolean {
  return folds.some(({ headers }) => expression(headers).test(name));
}
