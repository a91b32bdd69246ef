import { type AbroadRow, abroadMap } from '@samenbeeld/charts';
import { isWithheld } from '@samenbeeld/merge';
import type { Block, MapBlock, TableBlock } from '@samenbeeld/page';
import {
  bases,
  convertQuantity,
  expandPlace,
  inEach,
  isMass,
  type Observation,
  percent,
  places,
  substances,
  type Text,
} from '@samenbeeld/schema';
import { type Analysis, claimKinds, claimsAmong } from '../analysis.ts';
import { recordsAsked } from '../asked-rows.ts';
import { rowEvidence } from '../money/money-evidence.ts';
import type { QuestionWords } from '../questions.ts';
import {
  capitalised,
  coloned,
  column,
  dated,
  grouped,
  joined,
  labelled,
  placeText,
  text,
  unitText,
  worded,
} from '../text.ts';
import { means } from '../unanswered.ts';
import { claimTable } from './claim-table.ts';
import { sourceColumn, sourceFigure, sourceText } from './claim-text.ts';
import { figureTables } from './figure-table.ts';
import { knownRemark, remarkFigure } from './remarks.ts';

/** On these the place of a figure is a country elsewhere: where it was seized, or where it is said to have come from. */
const abroad: readonly string[] = ['seized_abroad', 'came_from'];

const isAbroad = ({ basis, place, metric }: Observation): boolean =>
  abroad.includes(basis) &&
  metric === 'quantity' &&
  places.has(place) &&
  places.get(place).kind === 'country';

/** Kilograms that can be drawn; null of a share, and where no amount is given. */
const kilogramsOf = ({ value, unit, stat }: Observation): number | null =>
  value !== null && isMass(unit) && (stat === 'sum' || stat === 'count')
    ? convertQuantity(value, unit, 'kg').value
    : null;

/** What a figure says without its place and period: "over 1,000 kg", "26% (share of …)", "first in the order of origins". */
function figureText(row: Observation, analysis: Analysis): Text {
  const kilograms = kilogramsOf(row);
  if (kilograms !== null) return joined([worded(kilograms, row.wording), unitText('kg')], '\u00a0');
  const { value, unit, wording } = row;
  if (value === null)
    return (row.note === null ? null : knownRemark(row.note, analysis)) ?? noAmount;
  return unit === 'pct'
    ? inEach((language) => percent(value / 100, language))
    : joined([worded(value, wording), unitText(unit)], ' ');
}

const noAmount: Text = text(
  'genoemd, hoeveelheid niet gegeven',
  'cité, quantité non donnée',
  'genannt, Menge nicht angegeben',
  'named, amount not given',
);

const spanOf = ({ periodStart, periodEnd }: Observation): string =>
  periodStart === periodEnd ? periodEnd : `${periodStart}/${periodEnd}`;

const newestFirst = (a: Observation, b: Observation): number =>
  a.periodEnd < b.periodEnd ? 1 : a.periodEnd > b.periodEnd ? -1 : a.id < b.id ? -1 : 1;

/** Rows that may share a map: of one drug and basis; figures of one period and one place of seizure too, finds of all days asked. */
function scopeKey(row: Observation): string {
  const { substance, basis, extent, placeNote } = row;
  return [substance, basis, ...(extent === 'one_find' ? [] : [spanOf(row), placeNote])].join(' ');
}

const byOrigin: Text = text(
  'naar het land waar het vandaan kwam',
  'par pays de provenance',
  'nach dem Land, aus dem es kam',
  'by the country it came from',
);

/** What a map shows, of when: "Cocaine, seized in Antwerp, by the country it came from, first half of 2020". */
function scopeText(rows: readonly Observation[], analysis: Analysis): Text {
  const [{ substance, basis, extent, placeNote }] = rows as [Observation];
  const starts = rows.map(({ periodStart }) => periodStart).sort();
  const ends = rows.map(({ periodEnd }) => periodEnd).sort();
  const where =
    extent === 'one_find' || placeNote === null ? null : knownRemark(placeNote, analysis);
  const isOrigin = basis === 'came_from' && where !== null;
  return capitalised(
    joined(
      [
        ...(substance === null ? [] : [labelled(substances, substance)]),
        ...(isOrigin ? [where, byOrigin] : [labelled(bases, basis), ...(where ? [where] : [])]),
        dated(`${starts[0]}/${ends.at(-1)}`),
      ],
      ', ',
    ),
  );
}

function rowOf(country: string, rows: readonly Observation[], analysis: Analysis): AbroadRow {
  const own = rows.toSorted(newestFirst);
  return {
    country,
    kilograms: own.flatMap((row) => kilogramsOf(row) ?? []),
    says: own.map((row) =>
      row.extent === 'one_find'
        ? coloned(dated(spanOf(row)), figureText(row, analysis))
        : figureText(row, analysis),
    ),
  };
}

/** The countries that a picture asks of. */
function homesOf({ answers, question }: Analysis): readonly string[] {
  const asked = [question, ...answers.map((one) => one.question)];
  const codes = asked.flatMap(({ place }) => expandPlace(place)).filter((code) => places.has(code));
  return [...new Set(codes.flatMap((code) => places.get(code).country ?? []))].sort();
}

/**
 * Countries abroad on a map, on one basis: the newest scope that has amounts, else the newest; which others are held the tables
 * beside it say, and days that are asked choose. Nothing where no figure is of a country abroad.
 */
function abroadMaps(analysis: Analysis, rows: readonly Observation[]): readonly MapBlock[] {
  const home = homesOf(analysis);
  const own = rows.filter(isAbroad);
  const bySubject = grouped(own, ({ substance, basis }) => `${substance} ${basis}`);
  return [...bySubject.values()].flatMap((subject): readonly MapBlock[] => {
    const scopes = [...grouped(subject.toSorted(newestFirst), scopeKey).values()];
    const shown =
      scopes.find((scope) => scope.some((row) => kilogramsOf(row) !== null)) ?? scopes[0];
    if (!shown) return [];
    const countries = [...grouped(shown, ({ place }) => place)].map(([code, of]) =>
      rowOf(code, of, analysis),
    );
    return [
      {
        kind: 'map',
        draw: (options) =>
          abroadMap(countries, {
            ...options,
            scope: scopeText(shown, analysis),
            home,
          }),
      },
    ];
  });
}

/** Countries that are named without an amount: an order or a share, each as published; null where there are none. */
function namedTable(analysis: Analysis, rows: readonly Observation[]): TableBlock | null {
  const named = rows.filter((row) => isAbroad(row) && kilogramsOf(row) === null);
  if (named.length === 0) return null;
  return {
    kind: 'table',
    caption: text(
      'Genoemd zonder hoeveelheid: een volgorde of een aandeel, zoals gepubliceerd',
      'Cités sans quantité : un ordre ou une part, tels que publiés',
      'Ohne Menge genannt: eine Reihenfolge oder ein Anteil, wie veröffentlicht',
      'Named without an amount: an order or a share, as published',
    ),
    columns: [
      column('label', 'waarover', 'sujet', 'worüber', 'about'),
      column('words', 'waar gevonden', 'lieu de la saisie', 'wo gefunden', 'where found'),
      column('words', 'wat', 'quoi', 'was', 'what'),
      sourceColumn,
    ],
    rows: named.toSorted(newestFirst).map((row) => {
      const about = joined([placeText(row.place), dated(spanOf(row))], ', ');
      return [
        { shown: about },
        remarkFigure(row.placeNote, analysis),
        {
          shown: figureText(row, analysis),
          value: row.value,
          ...(row.value !== null && {
            why: {
              key: `named ${row.reference ?? row.id}`,
              title: about,
              says:
                row.note === null
                  ? []
                  : [knownRemark(row.note, analysis)].filter((said) => said !== null),
              evidence: [rowEvidence(row, 'not_added')],
            },
          }),
        },
        sourceFigure(row.publication, sourceText(row.agencies, row.publishedOn)),
      ];
    }),
  } satisfies Block;
}

/** Figures of a scope, or the single finds that were made known. */
type Which = 'figures' | 'finds';

const captions: Readonly<Record<Which, Text>> = {
  figures: text(
    'cijfers zoals gepubliceerd; niets is opgeteld',
    'chiffres tels que publiés ; rien n’est additionné',
    'Zahlen wie veröffentlicht; nichts ist addiert',
    'figures as published; nothing is added',
  ),
  finds: text(
    'losse vangsten zoals gepubliceerd; geen telling van alle vangsten',
    'saisies isolées telles que publiées ; non un décompte de toutes les saisies',
    'einzelne Funde wie veröffentlicht; keine Zählung aller Funde',
    'single finds as published; no count of all finds',
  ),
};

const nothing: Text = text(
  'Hiervan is niets gepubliceerd dat in dit beeld staat.',
  'Rien n’en est publié dans ce tableau.',
  'Davon ist nichts veröffentlicht, das in diesem Lagebild steht.',
  'Nothing of it that was published stands in this picture.',
);

/**
 * Claims of what a block names, by place and days: each as it was printed, with what its source adds. Where figures are of parts
 * of what a metric counts (a class of a register, some markets), the parts stand in a table of that metric, and so do prices and strengths, which are no claims of an amount. Of countries abroad a
 * map stands above, and those that are named without an amount below.
 */
export function publishedBlocks(
  analysis: Analysis,
  words: QuestionWords,
  which: Which,
): readonly Block[] {
  const asked = recordsAsked(analysis, words).filter(
    (row) => (row.extent === 'one_find') === (which === 'finds'),
  );
  const rows = asked.filter((row) => row.value !== null || (isWithheld(row) && !isAbroad(row)));
  const ofParts = new Set([
    ...means,
    ...rows.flatMap((row) => (row.nationalCode === null || row.value === null ? [] : [row.metric])),
  ]);
  const isOfParts = ({ metric }: Observation): boolean => ofParts.has(metric);
  const tables = figureTables(rows.filter(isOfParts), analysis);
  const gaps = figureTables(
    rows.filter((row) => row.value === null && !isOfParts(row)),
    analysis,
  );
  const whole = asked.filter(({ metric }) => !ofParts.has(metric));
  const claims = claimKinds(whole).flatMap((kind) => claimsAmong(analysis.gathered, whole, kind));
  const table = claimTable(analysis, captions[which], claims, true);
  const named = namedTable(analysis, asked);
  const blocks: readonly Block[] = [
    ...abroadMaps(analysis, asked),
    ...tables,
    ...(table ? [table] : []),
    ...gaps,
    ...(named ? [named] : []),
  ];
  if (blocks.length > 0) return blocks;
  return [{ kind: 'paragraph', text: nothing }];
}
