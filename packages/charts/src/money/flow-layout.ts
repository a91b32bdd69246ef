import { InputError, inFour, type Language, type Text, wrongUse } from '@samenbeeld/schema';
import { sum } from 'simple-statistics';
import { type ChartTable, tableOf } from '../chart.ts';
import { words } from '../words.ts';

/** An amount that goes from one node to another. */
export interface FlowLink {
  readonly from: string;
  readonly to: string;
  readonly value: number;
}

/** The names of nodes and the table of their links; `called` is what a link is in an error. */
export function linkedNodes(
  nodes: readonly { readonly id: string; readonly label: Text }[],
  links: readonly {
    readonly from: string;
    readonly to: string;
    readonly value?: number | undefined;
  }[],
  language: Language,
  called: Text,
): { readonly names: ReadonlyMap<string, string>; readonly table: ChartTable } {
  const names = new Map(nodes.map(({ id, label }) => [id, label[language]]));
  for (const { from, to } of links) {
    const missing = [from, to].find((id) => !names.has(id));
    if (missing !== undefined)
      throw new InputError(
        inFour(
          '{called} van {from} naar {to} noemt een knoop die er niet is',
          '{called} de {from} à {to} nomme un nœud qui n’existe pas',
          '{called} von {from} nach {to} nennt einen Knoten, den es nicht gibt',
          'the {called} from {from} to {to} names a node that is not there',
          { called, from, to },
        ),
        inFour(
          'voeg {missing} toe aan de knopen',
          'ajoutez {missing} aux nœuds',
          '{missing} zu den Knoten hinzufügen',
          'add {missing} to the nodes',
          { missing },
        ),
      );
  }
  const table = tableOf(links, language, [
    [words.from, ({ from }) => names.get(from)],
    [words.to, ({ to }) => names.get(to)],
    [words.value, ({ value }) => value],
  ]);
  return { names, table };
}

interface PlacedNode {
  readonly id: string;
  readonly column: number;
  readonly top: number;
  readonly height: number;
}

/** A link in pixels: how wide its band is, and where its upper edge passes each column on the way. */
export interface PlacedLink extends FlowLink {
  readonly width: number;
  readonly path: readonly { readonly column: number; readonly top: number }[];
}

/** The column of each node: one after the last of those that flow into it. */
export function columnsOf(
  ids: readonly string[],
  links: readonly FlowLink[],
): ReadonlyMap<string, number> {
  const column = new Map(ids.map((id) => [id, 0]));
  for (let round = 0; round <= ids.length; round += 1) {
    const late = links.filter(({ from, to }) => (column.get(to) ?? 0) <= (column.get(from) ?? 0));
    if (late.length === 0) return column;
    for (const { from, to } of late)
      column.set(to, Math.max(column.get(to) ?? 0, (column.get(from) ?? 0) + 1));
  }
  throw wrongUse(
    'een stroom loopt niet in een kring; teken een netwerk',
    'un flux ne tourne pas en rond ; dessinez un réseau',
    'ein Fluss läuft nicht im Kreis; ein Netz zeichnen',
    'a flow must not run in a circle; draw a network instead',
  );
}

/** What passes through a node: the larger of what comes in and what goes out. */
export function throughput(id: string, links: readonly FlowLink[]): number {
  const into = sum(links.filter(({ to }) => to === id).map(({ value }) => value));
  const out = sum(links.filter(({ from }) => from === id).map(({ value }) => value));
  return Math.max(into, out);
}

/** Orders the nodes of each column by the middles of their neighbours, forth and back (Sugiyama 1981). */
function ordered(columns: readonly (readonly string[])[], links: readonly FlowLink[]) {
  const order = columns.map((ids) => [...ids]);
  const place = () => new Map(order.flatMap((ids) => ids.map((id, at) => [id, at / ids.length])));
  const middle = (id: string, side: 'from' | 'to', places: ReadonlyMap<string, number>) => {
    const other = side === 'from' ? 'to' : 'from';
    const own = links.filter((link) => link[side] === id);
    const weight = sum(own.map(({ value }) => value));
    if (weight === 0) return places.get(id) ?? 0;
    return sum(own.map((link) => link.value * (places.get(link[other]) ?? 0))) / weight;
  };
  for (let round = 0; round < 6; round += 1) {
    const side = round % 2 === 0 ? 'to' : 'from';
    const places = place();
    for (const ids of order) {
      const middles = new Map(ids.map((id) => [id, middle(id, side, places)]));
      ids.sort((a, b) => (middles.get(a) ?? 0) - (middles.get(b) ?? 0));
    }
  }
  return order;
}

/** A link as steps from column to column, through places that are kept free for it between nodes. */
function stepsOf(link: FlowLink, at: number, column: ReadonlyMap<string, number>) {
  const [first = 0, last = 0] = [column.get(link.from), column.get(link.to)];
  const stops = Array.from({ length: last - first + 1 }, (_, step) => ({
    column: first + step,
    id: step === 0 ? link.from : first + step === last ? link.to : `${at} ${first + step}`,
  }));
  return stops.slice(1).map((stop, step) => ({
    from: stops[step]?.id ?? link.from,
    to: stop.id,
    value: link.value,
    stop,
  }));
}

const passage = 6;

/**
 * Places a flow: one scale for all, so that every band is as wide as its amount and the bands of a node fill it
 * exactly; the nodes of a column keep `gaps` between them for their names. A band that passes a column has a place of
 * its own in it.
 */
export function layOutFlow(
  ids: readonly string[],
  links: readonly FlowLink[],
  height: number,
  gapAbove: (id: string) => number,
): { readonly nodes: readonly PlacedNode[]; readonly links: readonly PlacedLink[] } {
  const column = columnsOf(ids, links);
  const count = Math.max(...column.values(), 0) + 1;
  const steps = links.map((link, at) => stepsOf(link, at, column));
  const flat = steps.flat();
  const passages = flat.filter(({ to }) => !column.has(to)).map(({ stop }) => stop);
  const columns = Array.from({ length: count }, (_, at) => [
    ...ids.filter((id) => column.get(id) === at),
    ...passages.filter((one) => one.column === at).map(({ id }) => id),
  ]);
  const gap = (id: string): number => (column.has(id) ? gapAbove(id) : passage);
  const order = ordered(columns, flat);
  const through = new Map(order.flat().map((id) => [id, throughput(id, flat)]));
  const scales = order.map((own) => {
    const free = height - sum(own.map(gap));
    const total = sum(own.map((id) => through.get(id) ?? 0));
    return total > 0 ? free / total : Number.POSITIVE_INFINITY;
  });
  const scale = Math.min(...scales);
  const places = order.flatMap((own, at) => {
    const taken = sum(own.map((id) => gap(id) + (through.get(id) ?? 0) * scale));
    let top = (height - taken) / 2;
    return own.map((id): PlacedNode => {
      top += gap(id);
      const node = { id, column: at, top, height: (through.get(id) ?? 0) * scale };
      top += node.height;
      return node;
    });
  });
  return {
    nodes: places.filter(({ id }) => column.has(id)),
    links: placedLinks(places, links, steps, scale),
  };
}

/** Stacks the bands of each node in the order of the places at their other ends. */
function placedLinks(
  places: readonly PlacedNode[],
  links: readonly FlowLink[],
  steps: readonly (readonly FlowLink[])[],
  scale: number,
): readonly PlacedLink[] {
  const placeOf = new Map(places.map((place) => [place.id, place]));
  const middle = (id: string): number => {
    const place = placeOf.get(id);
    return place ? place.top + place.height / 2 : 0;
  };
  const flat = steps.flat();
  const stacked = (side: 'from' | 'to') => {
    const other = side === 'from' ? 'to' : 'from';
    const used = new Map<string, number>();
    const inOrder = [...flat].sort((a, b) => middle(a[other]) - middle(b[other]));
    return new Map(
      inOrder.map((step) => {
        const before = used.get(step[side]) ?? 0;
        used.set(step[side], before + step.value * scale);
        return [step, (placeOf.get(step[side])?.top ?? 0) + before];
      }),
    );
  };
  const [starts, ends] = [stacked('from'), stacked('to')];
  return links.map((link, at) => {
    const own = steps[at] ?? [];
    const [first] = own;
    const start = first ? [{ id: first.from, top: starts.get(first) ?? 0 }] : [];
    const stops = [...start, ...own.map((step) => ({ id: step.to, top: ends.get(step) ?? 0 }))];
    return {
      ...link,
      width: link.value * scale,
      path: stops.map(({ id, top }) => ({ column: placeOf.get(id)?.column ?? 0, top })),
    };
  });
}
