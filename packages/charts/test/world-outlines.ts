import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { places } from '@samenbeeld/schema';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';

const require = createRequire(import.meta.url);

/** What Natural Earth shortens, by its number in ISO 3166-1; all other names are English names of the list of places. */
const shortened: Readonly<Record<string, string>> = {
  '070': 'BA',
  '090': 'SB',
  '140': 'CF',
  '178': 'CG',
  '180': 'CD',
  '214': 'DO',
  '226': 'GQ',
  '238': 'FK',
  '442': 'LU',
  '728': 'SS',
  '732': 'EH',
};
const antarctic = ['Antarctica', 'Fr. S. Antarctic Lands'];

/** Triangles smaller than this are left out, in square degrees (Visvalingam and Whyatt 1993). */
const smallest = 0.25;

const round = ([x = 0, y = 0]: Position): [number, number] => [
  Math.round(x * 10) / 10,
  Math.round(y * 10) / 10,
];

/** Area and middle of a ring, in degrees (the shoelace formula). */
function middleOf(ring: readonly Position[]): { readonly area: number; readonly at: Position } {
  let [twice, x, y] = [0, 0, 0];
  for (const [index, [x1 = 0, y1 = 0]] of ring.entries()) {
    const [x2 = 0, y2 = 0] = ring[index + 1] ?? ring[0] ?? [];
    const cross = x1 * y2 - x2 * y1;
    twice += cross;
    x += (x1 + x2) * cross;
    y += (y1 + y2) * cross;
  }
  return { area: Math.abs(twice) / 2, at: round([x / (3 * twice), y / (3 * twice)]) };
}

interface Outline {
  readonly code: string | null;
  /** Where its circle stands: the middle of its largest part. */
  readonly at: Position;
  /** Outer rings, as "longitude latitude" a point with commas between; inner ones are other countries, drawn over it. */
  readonly rings: readonly string[];
}

function outlineOf(code: string | null, rings: readonly Position[][]): readonly Outline[] {
  const kept = rings.filter((ring) => ring.length > 3 && middleOf(ring).area > 0);
  const [largest] = kept.map(middleOf).sort((a, b) => b.area - a.area);
  const written = kept.map((ring) => ring.map((point) => point.join(' ')).join(','));
  return largest ? [{ code, at: largest.at, rings: written }] : [];
}

/** The countries of the world from world-atlas, simplified; Antarctica and what simplifies to nothing left out. */
export function worldOutlines(): readonly Outline[] {
  const path = require.resolve('world-atlas/countries-110m.json');
  const atlas = JSON.parse(readFileSync(path, 'utf8')) as Topology<{
    countries: GeometryCollection<{ name: string }>;
  }>;
  const plain = simplify(presimplify(atlas), smallest);
  const all = feature(plain, plain.objects.countries).features;
  return all
    .filter(({ properties }) => !antarctic.includes(properties.name))
    .flatMap(({ id, properties, geometry }): readonly Outline[] => {
      const found = places.lookup(properties.name, 'en');
      const code = shortened[String(id)] ?? (found.kind === 'exact' ? found.entry.code : null);
      const shape = geometry as Polygon | MultiPolygon;
      const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
      const rings = polygons.flatMap(([outer]) => (outer ? [outer.map(round)] : []));
      // French Guiana has a code of its own, and no part of it is what figures of France are of.
      const isGuiana = (ring: readonly Position[]): boolean =>
        code === 'FR' && (ring[0]?.[0] ?? 0) < -50;
      return [
        ...outlineOf(
          code,
          rings.filter((ring) => !isGuiana(ring)),
        ),
        ...outlineOf('GF', rings.filter(isGuiana)),
      ];
    })
    .sort((a, b) => ((a.code ?? '~') < (b.code ?? '~') ? -1 : 1));
}
