import {
  colonAfter,
  expandPlace,
  inEach,
  listed,
  placeLabel,
  places,
  type Text,
} from '@samenbeeld/schema';
import { type Chart, type ChartOptions, tableOf } from './chart.ts';
import type { Layers } from './drawing/marks.ts';
import { geoshape, mark, rimmed, when } from './drawing/marks.ts';
import { chart, isNarrow, widthFor } from './frame.ts';
import { palette } from './palette.ts';
import region from './region.json' with { type: 'json' };
import { words } from './words.ts';

export interface PortMapOptions extends ChartOptions {
  /** The area, whose members are drawn strongly. */
  readonly area: string;
  /** Neighbours that help the eye and are not counted. */
  readonly context?: readonly string[];
}

interface Drawn {
  readonly code: string;
  readonly side: 'left' | 'right';
  readonly own: boolean;
}

/** The ports that the map shows: those with a position in it. */
function drawnOf({ area, context = [] }: PortMapOptions): readonly Drawn[] {
  const own = expandPlace(area);
  return [...own, ...context.filter((code) => !own.includes(code))].flatMap((code): Drawn[] => {
    const { longitude, latitude } = places.has(code)
      ? places.get(code)
      : { longitude: null, latitude: null };
    const isHere = longitude !== null && latitude !== null && longitude > west && longitude < east;
    // Names stand towards the nearer edge.
    const side = isHere && longitude <= (west + east) / 2 ? 'left' : 'right';
    return isHere ? [{ code, side, own: own.includes(code) }] : [];
  });
}

/** The canal from Ghent to Terneuzen and the Scheldt below Antwerp, as schematic lines. */
const waterways = [
  '3.74 51.065, 3.787 51.13, 3.81 51.2, 3.8 51.23, 3.829 51.3, 3.826 51.338',
  '4.395 51.22, 4.36 51.25, 4.3 51.275',
].map((line) => line.split(', ').map((point) => point.split(' ').map(Number)));

/** Names of lands and waters, and where they stand. */
const areas = (
  [
    [5.11, 51.57, { nl: 'NEDERLAND', fr: 'PAYS-BAS', de: 'NIEDERLANDE', en: 'NETHERLANDS' }],
    [5.11, 51.0, { nl: 'BELGIË', fr: 'BELGIQUE', de: 'BELGIEN', en: 'BELGIUM' }],
    [2.29, 50.9, { nl: 'FRANKRIJK', fr: 'FRANCE', de: 'FRANKREICH', en: 'FRANCE' }],
    [2.95, 51.65, { nl: 'Noordzee', fr: 'Mer du Nord', de: 'Nordsee', en: 'North Sea' }],
  ] as const
).map(([longitude, latitude, name]) => ({
  ...{ longitude, latitude, name, water: name.nl === 'Noordzee' },
}));

/** "North Sea Port: Ghent (BE), Terneuzen and Vlissingen (NL)" */
function titleText(area: string): Text {
  const members = expandPlace(area);
  return inEach((language) => {
    const names = members.map((code, at) => {
      const country = places.get(code).country;
      const next = members[at + 1];
      const isLast = next === undefined || places.get(next).country !== country;
      return `${places.label(code, language)}${isLast && country !== null ? ` (${country})` : ''}`;
    });
    const colon = colonAfter[language];
    const all = listed(names, language);
    return members.length === 1 ? all : `${placeLabel(area, language)}${colon} ${all}`;
  });
}

const caption: Text = {
  nl: 'Grijs: andere havens, alleen ter oriëntatie; zij tellen niet mee. Havens volgens UN/LOCODE (Terneuzen verbeterd), landen volgens Natural Earth; waterlopen schematisch.',
  fr: 'En gris : autres ports, à titre de repère ; ils ne comptent pas. Ports selon UN/LOCODE (Terneuzen corrigé), pays selon Natural Earth ; voies d’eau schématiques.',
  de: 'Grau: andere Häfen, nur zur Orientierung; sie zählen nicht mit. Häfen nach UN/LOCODE (Terneuzen berichtigt), Länder nach Natural Earth; Wasserwege schematisch.',
  en: 'Grey: other ports, shown for orientation; they are not counted. Ports after UN/LOCODE (Terneuzen corrected), countries after Natural Earth; waterways schematic.',
};

const [west, east] = [2.25, 5.15];
const middle = 51.47;

/**
 * The ports of an area between the Channel and the Rhine delta, with neighbours in grey.
 *
 * @example
 * ```ts
 * import { portMap } from '@samenbeeld/charts';
 * portMap({ language: 'fr', area: 'PC_NSP' }).table.rows[0] // => ['Gand', 'BEGNE', 51.05, 3.7167]
 * ```
 */
export function portMap(options: PortMapOptions): Chart {
  const { language } = options;
  const narrow = isNarrow(options);
  const width = widthFor(options);
  const height = Math.round(width * (narrow ? 0.8 : 0.66));
  const projection = {
    type: 'mercator' as const,
    center: [(west + east) / 2, middle] as [number, number],
    scale: (width * 180) / Math.PI / (east - west),
    translate: [width / 2, height / 2] as [number, number],
  };
  const onMap = (layer: Layers[number]): Layers[number] =>
    ({ ...layer, projection }) as Layers[number];
  const point = {
    longitude: { field: 'longitude', type: 'quantitative' },
    latitude: { field: 'latitude', type: 'quantitative' },
  } as const;
  const named = drawnOf(options).map((port) => {
    const { label, latitude, longitude } = places.get(port.code);
    return { ...port, name: label[language], latitude, longitude };
  });
  const labels = areas.map((area) => ({ ...area, name: area.name[language] }));
  const border = { filled: false, stroke: '#8d877a', strokeWidth: 1, strokeDash: [4, 3] };
  const water = { filled: false, stroke: '#a9c0cd', strokeWidth: 2 };
  const layer: Layers = [
    mark('rect', [{}], { x: 0, y: 0, x2: width, y2: height, fill: palette.sea }),
    geoshape(
      region.land.map(({ geometry }) => geometry),
      projection,
      { fill: palette.land, stroke: palette.coast, strokeWidth: 0.7 },
    ),
    geoshape([region.borders], projection, border),
    geoshape([{ type: 'MultiLineString', coordinates: waterways }], projection, water),
    ...[
      mark('text', labels, {
        ...{ ...point, text: 'name', fontSize: narrow ? 10 : 12 },
        align: { expr: 'datum.longitude > 5 ? "right" : "left"' },
        fontStyle: when('water', 'italic', 'normal'),
        color: when('water', '#4d6b7d', '#6b655a'),
      }),
      ...rimmed(named, {
        ...{ ...point, text: 'name', ground: palette.land },
        align: when('side === "right"', 'left', 'right'),
        dx: { expr: '(datum.side === "right" ? 1 : -1) * (datum.own ? 11 : 8)' },
        fontSize: { expr: narrow ? 'datum.own ? 13 : 11' : 'datum.own ? 15 : 12' },
        fontWeight: when('own', 'bold', 'normal'),
        color: when('own', palette.ink, palette.grey),
      }),
      mark('point', named, {
        ...{ ...point, filled: true, stroke: palette.paper, strokeWidth: 1.5 },
        size: { expr: 'datum.own ? 150 : 50' },
        color: when('own', palette.reported, '#8a8a8a'),
      }),
    ].map(onMap),
  ];
  return chart(options, {
    title: titleText(options.area),
    says: [caption],
    table: tableOf(named, language, [
      [words.port, ({ name }) => name],
      ['UN/LOCODE', ({ code }) => code],
      ['° N', ({ latitude }) => latitude],
      ['° E', ({ longitude }) => longitude],
    ]),
    layer,
    height,
    left: 0,
    right: 0,
    bottom: 0,
  });
}
