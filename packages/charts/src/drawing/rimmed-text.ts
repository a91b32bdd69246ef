import type { Layers } from '../frame.ts';
import { palette } from '../palette.ts';

/** A property that is fixed, or computed from each datum. */
type Property<T> = T | { readonly expr: string };

/** How text is set. */
interface TextLook {
  readonly x: Property<number>;
  readonly y: Property<number>;
  readonly align?: Property<'left' | 'right' | 'center'>;
  readonly color?: Property<string>;
  readonly fontSize?: number;
  readonly fontWeight?: Property<'normal' | 'bold'>;
  readonly lineHeight?: number;
}

/** Text placed by its data, with a rim of paper so that it reads on lines. */
export function rimmedText(
  values: readonly object[],
  field: string,
  look: TextLook,
  rimColour: string = palette.paper,
): Layers {
  return [{ stroke: rimColour, strokeWidth: 4, strokeJoin: 'round' as const }, {}].map((rim) => ({
    data: { values: [...values] },
    mark: { type: 'text' as const, ...look, ...rim },
    encoding: { text: { field } },
  }));
}
