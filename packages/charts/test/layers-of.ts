import type { Chart } from '@samenbeeld/charts';

/** A layer of a drawing, as far as tests look at it. */
export interface DrawnLayer {
  readonly mark: { readonly type: string } & Readonly<Record<string, unknown>>;
  readonly data: { readonly values: readonly Readonly<Record<string, unknown>>[] };
}

/** The layers of a chart. */
export function layersOf({ spec }: Chart): readonly DrawnLayer[] {
  return (spec as unknown as { layer: readonly DrawnLayer[] }).layer;
}

/** What the layers of one kind of mark draw. */
export function drawnBy(chart: Chart, type: string): readonly Readonly<Record<string, unknown>>[] {
  return layersOf(chart)
    .filter(({ mark }) => mark.type === type)
    .flatMap(({ data }) => data.values);
}

/** All words of a chart, line by line. */
export function wordsOf(chart: Chart): readonly string[] {
  const texts = layersOf(chart).filter(({ mark }) => mark.type === 'text');
  return texts.flatMap(({ data }) =>
    data.values.flatMap((datum) =>
      Object.values(datum)
        .flat()
        .filter((one): one is string => typeof one === 'string'),
    ),
  );
}
