import { type Shape, shape, type Text } from '@samenbeeld/schema';
import type { Distribution } from './distribution.ts';

/** A number that enters a calculation, by id, so that a reader can open it: what it is, where it comes from, how sure it is. */
export interface Assumed {
  readonly id: string;
  readonly label: Text;
  readonly unit: string;
  readonly distribution: Distribution;
  /** Where the number stands: a publication, a record of a picture, or whose judgement it is. */
  readonly source: string;
  /** The same in each language, where it is no citation but a remark. */
  readonly sourceWords?: Text;
  /** Year the number holds for; null where it is of no year. */
  readonly year: number | null;
}

export const assumedShape: Shape = shape.record<Assumed>({
  id: shape.text,
  unit: shape.text,
  distribution: shape.record<Distribution>({ kind: shape.text }),
});
