import type { Layers } from './frame.ts';

/** Upright lines of a pixel: a rule without an encoding is not drawn. */
export function uprightLines(
  values: readonly { readonly x: number; readonly y: number; readonly y2: number }[],
  color: string,
): Layers[number] {
  return {
    data: { values: values.map((line) => ({ ...line, left: line.x - 0.5, right: line.x + 0.5 })) },
    mark: {
      type: 'rect',
      x: { expr: 'datum.left' },
      x2: { expr: 'datum.right' },
      y: { expr: 'datum.y' },
      y2: { expr: 'datum.y2' },
      fill: color,
      opacity: 1,
    },
    encoding: {},
  };
}

/** Bars with an arrow head at the end to which they lead. */
export function arrowBars(values: readonly object[], dash: number[] | null): Layers {
  const datum = (field: string) => ({ expr: `datum.${field}` });
  return [
    {
      data: { values: [...values] },
      mark: {
        type: 'rect',
        x: datum('left'),
        x2: datum('right'),
        y: datum('top'),
        y2: datum('bottom'),
        fill: datum('fill'),
        stroke: datum('color'),
        strokeWidth: 1,
        ...(dash && { strokeDash: dash }),
        opacity: 1,
      },
      encoding: {},
    },
    {
      data: { values: [...values] },
      mark: {
        type: 'point',
        x: datum('x2'),
        y: datum('y'),
        shape: datum('shape'),
        size: 130,
        filled: true,
        color: datum('color'),
        opacity: 1,
      },
    },
  ];
}
