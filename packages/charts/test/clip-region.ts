import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

const require = createRequire(import.meta.url);

/** West, south, east, north of the map and a margin around it. */
const box = [1.8, 50.6, 5.6, 52.4] as const;
const countries: Readonly<Record<string, string>> = { '056': 'BE', '250': 'FR', '528': 'NL' };

const round = ([x = 0, y = 0]: Position): Position => [
  Math.round(x * 1000) / 1000,
  Math.round(y * 1000) / 1000,
];

/** A ring cut along one side of the box (Sutherland and Hodgman 1974). */
function cut(ring: readonly Position[], axis: 0 | 1, at: number, keep: 1 | -1): Position[] {
  const inside = (point: Position) => ((point[axis] ?? 0) - at) * keep >= 0;
  return ring.flatMap((point, index) => {
    const before = ring[(index + ring.length - 1) % ring.length] ?? point;
    const share = (at - (before[axis] ?? 0)) / ((point[axis] ?? 0) - (before[axis] ?? 0));
    const crossing = before.map((value, part) => value + share * ((point[part] ?? 0) - value));
    if (inside(point)) return inside(before) ? [point] : [crossing, point];
    return inside(before) ? [crossing] : [];
  });
}

function clip(ring: readonly Position[]): Position[] {
  const open = ring.slice(0, -1);
  const cutOpen = cut(
    cut(cut(cut(open, 0, box[0], 1), 1, box[1], 1), 0, box[2], -1),
    1,
    box[3],
    -1,
  );
  const [first] = cutOpen;
  return first ? [...cutOpen, first].map(round) : [];
}

const within = ([x = 0, y = 0]: Position) =>
  x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];

/** The region of the map from world-atlas: land of each country, and the borders between them. */
export function clipRegion(): { land: object[]; borders: object } {
  const path = require.resolve('world-atlas/countries-10m.json');
  const atlas = JSON.parse(readFileSync(path, 'utf8')) as Topology<{
    countries: GeometryCollection<{ name: string }>;
  }>;
  const all = feature(atlas, atlas.objects.countries).features;
  const land = all.flatMap((country) => {
    const code = countries[String(country.id)];
    if (!code) return [];
    const shape = country.geometry as Polygon | MultiPolygon;
    const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
    const coordinates = polygons
      .map((rings) => rings.map(clip).filter((ring) => ring.length > 3))
      .filter((rings) => rings.length > 0);
    return [
      { type: 'Feature', properties: { code }, geometry: { type: 'MultiPolygon', coordinates } },
    ];
  });
  const lines = mesh(atlas, atlas.objects.countries, (a, b) => a !== b).coordinates;
  const parts = lines.flatMap((line) => {
    const runs: Position[][] = [[]];
    for (const point of line) {
      if (within(point)) runs.at(-1)?.push(round(point));
      else if (runs.at(-1)?.length) runs.push([]);
    }
    return runs.filter((run) => run.length > 1);
  });
  return {
    land: land.sort((a, b) => (a.properties.code < b.properties.code ? -1 : 1)),
    borders: { type: 'MultiLineString', coordinates: parts },
  };
}
