import type { TopLevelSpec } from 'vega-lite';
import { palette } from '../palette.ts';

export type Layers = Extract<TopLevelSpec, { layer: unknown }>['layer'];

/** A channel with a scale of its own and no axis: {@link plot} draws the axes. */
export interface Channel {
  readonly field: string;
  readonly type: 'quantitative';
  readonly scale: {
    readonly type: 'linear' | 'log';
    readonly domain: number[];
    readonly nice: false;
    readonly padding: 0;
    readonly zero?: false;
  } | null;
  readonly axis: null;
}

/** Where a mark stands: so many pixels, the field that holds its pixels, or a channel with a scale. */
type Place = number | string | object;

type Kind = 'text' | 'rule' | 'rect' | 'point' | 'line' | 'area' | 'bar';
type Drawn<M> = M extends { readonly type: infer T } ? (Kind extends T ? M : never) : never;
type Definition = Drawn<Extract<Layers[number], { readonly mark: unknown }>['mark']>;
type Look = Partial<Omit<Definition, 'type' | 'x' | 'y' | 'x2' | 'y2' | 'text' | 'order'>>;

/** How a mark stands and looks; what differs from datum to datum is said by {@link field} and {@link when}. */
export interface MarkLook extends Look {
  readonly x?: Place | undefined;
  readonly y?: Place | undefined;
  readonly x2?: Place | undefined;
  readonly y2?: Place | undefined;
  readonly longitude?: object | undefined;
  readonly latitude?: object | undefined;
  /** Field that holds the words. */
  readonly text?: string | undefined;
  /** Field by which a line or area falls apart, and the field that orders its points. */
  readonly run?: string | undefined;
  readonly order?: string | undefined;
}

/** A property that is a field of the datum. */
export function field(name: string): { readonly expr: string } {
  return { expr: `datum.${name}` };
}

/** A property that is one thing where a test of the datum holds, and another where it does not. */
export function when(test: string, yes: string, no: string): { readonly expr: string } {
  return { expr: `datum.${test} ? "${yes}" : "${no}"` };
}

/** The channel of a field that holds pixels. */
function pixel(name: string): Channel {
  return { field: name, type: 'quantitative', scale: null, axis: null };
}

/** Text and rects take their pixels as properties; other marks need channels, without a scale. */
function placed(kind: Kind, channel: string, at: Place) {
  if (typeof at === 'number') return { fixed: at };
  if (typeof at !== 'string') return { channel: at };
  if (kind === 'text' || kind === 'rect') return { fixed: field(at) };
  if (channel.endsWith('2')) return { channel: { field: at } };
  return { channel: pixel(at) };
}

/** One layer: marks of a kind, a datum each (lines and areas: a point each). */
export function mark(kind: Kind, values: readonly object[], look: MarkLook): Layers[number] {
  const { x, y, x2, y2, longitude, latitude, text, run, order, ...rest } = look;
  const fixed: Record<string, unknown> = {};
  const channels: Record<string, unknown> = {};
  for (const [name, at] of Object.entries({ x, y, x2, y2, longitude, latitude })) {
    if (at === undefined) continue;
    const place = placed(kind, name, at);
    if (place.fixed === undefined) channels[name] = place.channel;
    else fixed[name] = place.fixed;
  }
  const layer = {
    data: { values: [...values] },
    mark: {
      type: kind,
      ...(kind === 'point' && { opacity: 1 }),
      ...(kind === 'area' && { orient: 'vertical' }),
      ...rest,
      ...fixed,
    },
    encoding: {
      ...channels,
      ...(text !== undefined && { text: { field: text } }),
      ...(run !== undefined && { detail: { field: run, type: 'nominal' } }),
      ...(order !== undefined && { order: { field: order, type: 'quantitative' } }),
    },
  };
  return layer as Layers[number];
}

/** Text with a rim of paper, or of another ground, so that it reads on lines. */
export function rimmed(
  values: readonly object[],
  { ground = palette.paper, ...look }: MarkLook & { readonly ground?: string },
): Layers {
  const rim = { stroke: ground, strokeWidth: 4, strokeJoin: 'round' as const };
  return [{ ...look, ...rim }, look].map((one) => mark('text', values, one));
}

/** Shapes of the earth, or of the drawing itself where the projection leaves them as they are. */
export function geoshape(
  geometries: readonly object[],
  projection: object,
  look: object,
): Layers[number] {
  const values = geometries.map((geometry) => ({ type: 'Feature', properties: {}, geometry }));
  const layer = { data: { values }, projection, mark: { type: 'geoshape', clip: true, ...look } };
  return layer as Layers[number];
}
