import {
  colonAfter,
  figure,
  type Language,
  listed,
  placeLabel,
  semicolon,
  type Text,
} from '@samenbeeld/schema';
import { type Chart, type ChartOptions, tableOf } from './chart.ts';
import { hatching } from './drawing/hatching.ts';
import { field, geoshape, mark, rimmed } from './drawing/marks.ts';
import { fill } from './drawing/sentences.ts';
import { spread } from './drawing/spread.ts';
import { chart, isNarrow, widthFor } from './frame.ts';
import { breakLines, widthOf } from './lines.ts';
import { palette } from './palette.ts';
import world from './world.json' with { type: 'json' };

/** What is known of one country: amounts, each by itself, or that it was named without one. */
export interface AbroadRow {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Kilograms of each figure or find; empty where a rank, a share or a mention is all that is known. */
  readonly kilograms: readonly number[];
  /** Each figure in words, with its period where the map has several ("June 2023: over 1,000 kg"). */
  readonly says: readonly Text[];
}

/** What a map of countries abroad says beside its countries. */
export interface AbroadMapOptions extends ChartOptions {
  /** On which basis and of what period, in one line: the map holds one basis. */
  readonly scope: Text;
  /** Countries drawn dark: those that the picture is of; none where it asks of no country. */
  readonly home: readonly string[];
}

type Point = readonly [number, number];

interface Outline {
  readonly code: string | null;
  readonly at: Point;
  readonly rings: readonly (readonly Point[])[];
}
const pointOf = (written: string): Point => {
  const [x = 0, y = 0] = written.split(' ').map(Number);
  return [x, y];
};
let read: readonly Outline[] | undefined;

/** The outlines of countries, read when the first map is drawn: most pictures have none. */
function outlines(): readonly Outline[] {
  read ??= world.map(
    ({ code, at: [x = 0, y = 0], rings }): Outline => ({
      ...{ code, at: [x, y] },
      rings: rings.map((ring) => ring.split(',').map(pointOf)),
    }),
  );
  return read;
}

/** Where the name of a country stands; nothing where the map has no such country. */
const placeOf = (country: string): Point | undefined =>
  outlines().find(({ code }) => code === country)?.at;

/** West, south, east and north, in degrees. */
type Window = readonly [number, number, number, number];
const atlantic: Window = [-140, -40, 22, 58];
const wholeWorld: Window = [-170, -57, 180, 78];

const isIn = ([x, y]: Point, [west, south, east, north]: Window): boolean =>
  x > west && x < east && y > south && y < north;

const colours = { home: '#4a4a4a', named: '#e4ddd0' };

const captions = {
  circles: {
    nl: 'Elke cirkel is één hoeveelheid en zijn oppervlakte volgt de kilo’s (grootste: {max} kg); niets is opgeteld.',
    fr: 'Chaque cercle est une quantité et son aire suit les kilos (le plus grand : {max} kg) ; rien n’est additionné.',
    de: 'Jeder Kreis ist eine Menge, seine Fläche folgt den Kilogramm (größter: {max} kg); nichts ist addiert.',
    en: 'Each circle is one amount, and its area follows the kilograms (largest: {max} kg); nothing is added.',
  },
  named: {
    nl: 'Gearceerd: genoemd, zonder hoeveelheid.',
    fr: 'Hachuré : cité, sans quantité.',
    de: 'Schraffiert: genannt, ohne Menge.',
    en: 'Hatched: named, without an amount.',
  },
  blank: {
    nl: 'Leeg: hiervan is in dit beeld niets bekend, en dat is niet niets.',
    fr: 'Vide : rien n’en est connu dans ce tableau, ce qui n’est pas zéro.',
    de: 'Leer: Davon ist in diesem Lagebild nichts bekannt, und das ist nicht null.',
    en: 'Blank: nothing of it is known in this picture, which is not nothing.',
  },
  home: {
    nl: 'Donker: {home}.',
    fr: 'En sombre : {home}.',
    de: 'Dunkel: {home}.',
    en: 'Dark: {home}.',
  },
  routes: {
    nl: 'Routes zijn niet getekend: geen bron geeft ze.',
    fr: 'Les itinéraires ne sont pas tracés : aucune source ne les donne.',
    de: 'Wege sind nicht gezeichnet: Keine Quelle nennt sie.',
    en: 'Routes are not drawn: no source gives them.',
  },
  undrawn: {
    nl: 'Te klein voor deze kaart: {places}.',
    fr: 'Trop petit pour cette carte : {places}.',
    de: 'Zu klein für diese Karte: {places}.',
    en: 'Too small for this map: {places}.',
  },
  outlines: {
    nl: 'Landen volgens Natural Earth, vereenvoudigd.',
    fr: 'Pays selon Natural Earth, simplifiés.',
    de: 'Länder nach Natural Earth, vereinfacht.',
    en: 'Countries after Natural Earth, simplified.',
  },
} satisfies Readonly<Record<string, Text>>;

const columns = {
  country: { nl: 'Land', fr: 'Pays', de: 'Land', en: 'Country' },
  says: { nl: 'In woorden', fr: 'En mots', de: 'In Worten', en: 'In words' },
} satisfies Readonly<Record<string, Text>>;

const namesOf =
  (codes: readonly string[]) =>
  (language: Language): string =>
    listed(
      codes.map((code) => placeLabel(code, language)),
      language,
    );

function saysOf(rows: readonly AbroadRow[], home: readonly string[]) {
  const all = rows.flatMap(({ kilograms }) => kilograms);
  const undrawn = rows.map(({ country }) => country).filter((code) => !placeOf(code));
  return [
    all.length > 0 &&
      fill(captions.circles, { max: (language) => figure(Math.max(...all), language) }),
    rows.some(({ kilograms }) => kilograms.length === 0) && captions.named,
    captions.blank,
    home.length > 0 && fill(captions.home, { home: namesOf(home) }),
    captions.routes,
    undrawn.length > 0 && fill(captions.undrawn, { places: namesOf(undrawn) }),
    captions.outlines,
  ];
}

/**
 * What is known by country abroad, on one basis: circles of kilograms, each amount by itself, and hatching where a country is
 * named without one. No routes: origin, departure and transit are different things, and which a country is the scope says.
 *
 * @example
 * ```ts
 * import { abroadMap } from '@samenbeeld/charts';
 * const says = { nl: '3.500 kg', fr: '3 500 kg', de: '3.500 kg', en: '3,500 kg' };
 * const scope = { nl: 'april 2025', fr: 'avril 2025', de: 'April 2025', en: 'April 2025' };
 * const rows = [{ country: 'EC', kilograms: [3500], says: [says] }];
 * abroadMap(rows, { language: 'fr', scope, home: ['BE'] }).table.rows[0] // => ['Équateur', 3500, '3 500 kg']
 * ```
 */
export function abroadMap(rows: readonly AbroadRow[], options: AbroadMapOptions): Chart {
  const { language, home, scope } = options;
  const narrow = isNarrow(options);
  const [letters, lineHeight] = narrow ? [10, 12] : [12, 14];
  const width = widthFor(options);
  const drawn = rows.filter(({ country }) => placeOf(country));
  const window = drawn.every(({ country }) => isIn(placeOf(country) ?? [0, 0], atlantic))
    ? atlantic
    : wholeWorld;
  const [west, south, east, north] = window;
  const scale = width / (east - west);
  const mapHeight = Math.round((north - south) * scale);
  // Half pixels, and what lies outside the window on its rim: an outline is drawn sixteen times in a report.
  const half = (pixels: number, to: number): number =>
    // No negative zero, which no file holds.
    Math.round(2 * Math.min(Math.max(pixels, -4), to + 4)) / 2 + 0;
  const place = ([x, y]: Point): Point => [
    half((x - west) * scale, width),
    half((north - y) * scale, mapHeight),
  ];
  const inWindow = outlines().flatMap((one) => {
    const rings = one.rings
      .filter((ring) => ring.some((point) => isIn(point, window)))
      .map((ring) => ring.map(place))
      .map((ring) =>
        ring.filter(([x, y], at) => x !== ring[at - 1]?.[0] || y !== ring[at - 1]?.[1]),
      )
      .filter((ring) => ring.length > 3);
    return rings.length > 0 ? [{ ...one, rings }] : [];
  });

  const largest = Math.max(1, ...rows.flatMap(({ kilograms }) => kilograms));
  const radius = (kilograms: number): number =>
    Math.max(1.5, (narrow ? 15 : 26) * Math.sqrt(kilograms / largest));
  const name = (code: string): string => placeLabel(code, language);
  const placed = drawn.map((row) => {
    const [longitude, latitude] = placeOf(row.country) ?? [0, 0];
    const lines = row.says.flatMap((one) => breakLines(one[language], width * 0.27, letters));
    return {
      ...{ ...row, x: (longitude - west) * scale, y: (north - latitude) * scale },
      lines: [name(row.country), ...(narrow ? [] : lines)],
      // West of the Andes names stand in the Pacific, else in the Atlantic.
      side: longitude < -70 ? 'left' : 'right',
    };
  });
  const labels = ['left', 'right'].flatMap((side) => {
    const own = placed.filter((one) => one.side === side);
    const sizes = own.map(({ y, lines }) => ({ at: y, size: lines.length * lineHeight + 6 }));
    const middles = spread(sizes, 4, mapHeight - 4);
    return own.map((one, at) => {
      const wide = one.lines.map((line, row) => widthOf(line, letters * (row === 0 ? 1.07 : 1)));
      const y2 = middles[at] ?? 0;
      const edge = side === 'left' ? 8 : width - 8;
      const reach = Math.max(...wide) + 3;
      return { ...one, y2, edge, x2: side === 'left' ? edge + reach : edge - reach };
    });
  });
  const words = labels.flatMap(({ lines, y2, edge, side }) =>
    lines.map((text, at) => ({
      ...{ text, x: edge, y: y2 + (at + 0.5 - lines.length / 2) * lineHeight, align: side },
      weight: at === 0 ? 'bold' : 'normal',
    })),
  );
  const circles = placed.flatMap(({ x, y, kilograms }) =>
    kilograms.toSorted((a, b) => b - a).map((one) => ({ x, y, size: Math.PI * radius(one) ** 2 })),
  );
  const inOne = (says: readonly Text[]): string =>
    says.map((one) => one[language]).join(semicolon[language]);
  const list = (narrow ? rows : [])
    .map((row) => `${name(row.country)}${colonAfter[language]} ${inOne(row.says)}`)
    .flatMap((line) => breakLines(line, width - 8, 11))
    .map((text, at) => ({ text, y: mapHeight + 16 + at * 14 }));

  // Named, or it is fitted to what is drawn.
  const projection = { type: 'identity', scale: 1, translate: [0, 0] };
  const shapes = (of: readonly Outline[], look: object) => {
    const coordinates = of.flatMap(({ rings }) => rings.map((ring) => [ring]));
    const border = { stroke: palette.coast, strokeWidth: 0.6 };
    return geoshape([{ type: 'MultiPolygon', coordinates }], projection, { ...border, ...look });
  };
  const isTold = ({ code }: Outline): boolean => rows.some(({ country }) => country === code);
  const isHome = ({ code }: Outline): boolean => code !== null && home.includes(code);
  const others = inWindow.filter((one) => !isTold(one) && !isHome(one));
  const stripes = inWindow
    .filter(({ code }) => drawn.some((one) => one.country === code && one.kilograms.length === 0))
    .flatMap(({ rings }) => hatching(rings, narrow ? 6 : 7));
  const hatched = [{ type: 'MultiLineString', coordinates: stripes }];
  const line = { filled: false, stroke: palette.grey, strokeWidth: 1 };
  const named = { align: field('align'), fontWeight: field('weight') };
  const text = { x: 'x', y: 'y', text: 'text', fontSize: letters };
  const amounts = rows.flatMap((row) =>
    (row.kilograms.length > 0 ? row.kilograms : [null]).map((one) => ({ ...row, one })),
  );
  return chart(options, {
    title: scope,
    says: saysOf(rows, home),
    table: tableOf(amounts, language, [
      [columns.country, ({ country }) => name(country)],
      ['kg', ({ one }) => one],
      [columns.says, ({ says }) => inOne(says)],
    ]),
    layer: [
      mark('rect', [{}], { x: 0, y: 0, x2: width, y2: mapHeight, fill: palette.sea }),
      shapes(others, { fill: palette.land }),
      shapes(inWindow.filter(isHome), { fill: colours.home }),
      shapes(inWindow.filter(isTold), { fill: colours.named, stroke: palette.grey }),
      ...(stripes.length > 0 ? [geoshape(hatched, projection, line)] : []),
      mark('rule', labels, {
        ...{ x: 'x', y: 'y', x2: 'x2', y2: 'y2', color: palette.grey, strokeWidth: 0.8 },
      }),
      mark('point', circles, {
        ...{ x: 'x', y: 'y', size: field('size'), shape: 'circle', filled: true },
        ...{ fill: palette.reported, stroke: palette.reported, fillOpacity: 0.3, strokeWidth: 1.2 },
      }),
      ...rimmed(words, { ...text, ...named, ground: palette.sea }),
      ...(narrow ? rimmed(list, { ...text, x: 0, align: 'left', fontSize: 11 }) : []),
    ],
    height: mapHeight + list.length * 14 + (list.length > 0 ? 10 : 0),
    left: 0,
    right: 0,
    bottom: 0,
  });
}
