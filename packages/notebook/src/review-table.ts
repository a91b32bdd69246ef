import { agencyNames } from '@samenbeeld/answers';
import {
  factorText,
  type PairAtStake,
  pairsAtStake,
  pairsShown,
  pairWaterfall,
  probabilityText,
  waterfallLines,
  withheldFrom,
} from '@samenbeeld/merge';
import { type Cell, type Figure, paragraph, renderCell, sameText, table } from '@samenbeeld/page';
import {
  escapeXml,
  formatNumber,
  foundNone,
  inEach,
  inFour,
  type Language,
  missingReasons,
  placeLabel,
  type Seizure,
  type Text,
  wrongUse,
} from '@samenbeeld/schema';
import { output, pre } from './cell.ts';
import { type Bundle, plainly } from './kernel.ts';
import { labelOf, quantityIn } from './labels.ts';
import type { Picture } from './opened-picture.ts';
import { type View, view } from './view.ts';
import { howMany, words } from './words.ts';

// Sorts by the heading that is clicked; a second click turns the order.
const script = `<script>(function(){function k(c){return c.dataset.value||c.textContent;}var t=document.currentScript.previousElementSibling.querySelector('table');t.querySelectorAll('th').forEach(function(h,i){h.style.cursor='pointer';h.onclick=function(){var up=h.getAttribute('aria-sort')!=='ascending';t.querySelectorAll('th').forEach(function(o){o.removeAttribute('aria-sort');});h.setAttribute('aria-sort',up?'ascending':'descending');var b=t.tBodies[0];Array.from(b.rows).sort(function(x,y){var p=k(x.cells[i]),q=k(y.cells[i]);var d=p!==''&&q!==''&&!isNaN(p)&&!isNaN(q)?p-q:p<q?-1:p>q?1:0;return up?d:-d;}).forEach(function(r){b.appendChild(r);});};});})()</script>`;

/** What the records of one side say, and where they stand, in lines or in one. */
export function sideText(
  rows: readonly Seizure[],
  language: Language,
  as: 'line' | 'lines' = 'line',
): string {
  return rows
    .map(({ agencies, quantity, unit, missing, origin, date }) => {
      const weight =
        quantity === null
          ? labelOf(missingReasons, missing, language)
          : quantityIn(quantity, unit, language);
      const said = `${date}, ${agencyNames(agencies, language)}, ${weight}`;
      const cell = `${origin.file}:${origin.line}`;
      return as === 'lines' ? `${said}\n${cell}` : `${said} (${cell})`;
    })
    .join(as === 'lines' ? '\n' : ' + ');
}

/** Words, with what they are sorted by. */
const sorted = (shown: string, value: number | null): Figure => ({
  shown: sameText(shown),
  value,
});

/** The reasons with how much likelier each makes it. */
function reasonsCell({ pair: { pair }, withheld }: ReviewRow, language: Language): string {
  return pairWaterfall(pair, { withhold: withheld !== null })
    .filter(({ kind }) => kind === 'reason' || kind === 'rarity')
    .map(({ text, weight }) => `${factorText(weight, language)} ${text[language]}`)
    .join('\n');
}

/** Kilograms where they may be seen; else the share of a period, for kilograms would tell the weight. */
function stakeCell({ pair: { stake, periods }, withheld }: ReviewRow, language: Language): Figure {
  if (stake === 0) return sorted('–', 0);
  const share = Math.max(...periods.map((one) => one.share));
  return withheld === null
    ? sorted(`${formatNumber(Number(stake.toPrecision(2)), language)} kg`, stake)
    : sorted(probabilityText(share, language), share);
}

function cellsOf(row: ReviewRow, blind: boolean, language: Language): readonly Cell[] {
  const { number, pair: one, first, second, withheld } = row;
  const hidden = `${words.withheld[language]} (${withheld})`;
  const records: readonly Cell[] = [
    sorted(String(number), number),
    ...(withheld === null
      ? [
          first[0]?.date ?? '',
          placeLabel(first[0]?.place ?? '', language),
          sorted(sideText(first, language, 'lines'), first[0]?.quantity ?? null),
          sorted(sideText(second, language, 'lines'), second[0]?.quantity ?? null),
        ]
      : ['–', '–', hidden, hidden]),
  ];
  if (blind) return records;
  const { probability, weight } = one.pair;
  const said = one.judged?.says ?? one.follows?.says;
  return [
    ...records,
    sorted(reasonsCell(row, language), weight),
    sorted(probabilityText(probability, language), probability),
    stakeCell(row, language),
    said ?? '',
  ];
}

/** Each waterfall of some pairs, on a click. */
function waterfalls(rows: readonly ReviewRow[], language: Language): string {
  const shown = rows.map(({ number, pair, withheld }) => {
    const steps = pairWaterfall(pair.pair, { withhold: withheld !== null });
    return `<p>${number}.</p>${pre(waterfallLines(steps, language).join('\n'))}`;
  });
  const summary = escapeXml(words.explanation[language]);
  return `<details><summary>${summary}</summary>${shown.join('')}</details>`;
}

/** The pairs to judge, as a cell shows them. */
function reviewOutputs({ picture, rows, blind }: ReviewTable): readonly Bundle[] {
  const { language, judged } = picture;
  const caption = `${howMany(rows.length, 'pairs')[language]}`;
  const pairs = table(
    caption,
    [
      ['number', words.reference],
      ['words', words.date],
      ['words', words.place],
      ['words', words.firstReport],
      ['words', words.secondReport],
      ...(blind
        ? []
        : ([
            ['words', words.reasons],
            ['number', words.probability],
            ['number', words.stake],
            ['words', words.verdict],
          ] as const)),
    ],
    rows.map((row) => cellsOf(row, blind, language)),
  );
  const told = renderCell(
    [
      // What others decided would tell a blind reader what they said.
      ...(blind ? [] : judged.conflicts).map(({ says }) => paragraph(says)),
      ...judged.lapsed.map(({ decision, says }) => paragraph(`${decision.id}: ${says[language]}`)),
    ],
    language,
  );
  const shown = renderCell(
    rows.length > 0 ? [pairs] : [paragraph(`${caption}. ${words.nothingFound[language]}`)],
    language,
  );
  const more = rows.length === 0 ? '' : script + (blind ? '' : waterfalls(rows, language));
  return [
    output(picture, {
      html: told.html + shown.html + more,
      plain: [told.plain, shown.plain].filter(Boolean).join('\n\n'),
    }),
  ];
}

/** A pair to judge, with its number: it stays whatever the order. */
export interface ReviewRow {
  readonly number: number;
  readonly pair: PairAtStake;
  readonly first: readonly Seizure[];
  readonly second: readonly Seizure[];
  /** Why its values are not shown; null where they are. */
  readonly withheld: string | null;
}

/** What a review table can be ordered by. */
export type ReviewOrder = 'stake' | 'probability' | 'date' | 'place';

/** Pairs of records that a person may judge, in the order asked. */
export interface ReviewTable extends View {
  readonly kind: 'review-table';
  readonly picture: Picture;
  readonly rows: readonly ReviewRow[];
  readonly blind: boolean;
  /** The same table in another order; a click on a heading does the same in a cell. */
  sortBy(order: ReviewOrder): ReviewTable;
}

/** What a review table shows. */
export interface ReviewTableOptions {
  /** Decided pairs and those that are as good as sure too; without it, those that a total depends on. */
  readonly all?: boolean;
  /** Hides probabilities and earlier verdicts, in an order that tells nothing. */
  readonly blind?: boolean;
  /** Who reads along: what they may not see is blanked. Without it, everything in the picture is shown. */
  readonly audience?: string;
}

const orders: Readonly<Record<ReviewOrder, (row: ReviewRow) => number | string>> = {
  stake: ({ number }) => number,
  probability: ({ pair }) => Math.abs(pair.pair.probability - 0.5),
  date: ({ first }) => first[0]?.date ?? '',
  place: ({ first }) => first[0]?.place ?? '',
};

/** A number that no pair of a table has. */
export const noPair = (number: number, rows: readonly Pick<ReviewRow, 'number'>[]): Text =>
  inFour(
    'Er is geen paar {number}; er zijn: {pairs}.',
    'Il n’y a pas de paire {number} ; il y a : {pairs}.',
    'Es gibt kein Paar {number}; es gibt: {pairs}.',
    'There is no pair {number}; there are {pairs}.',
    {
      number,
      pairs: rows.length === 0 ? foundNone : inEach(() => rows.map((row) => row.number).join(', ')),
    },
  );

function tableOf(picture: Picture, rows: readonly ReviewRow[], blind: boolean): ReviewTable {
  const sortBy = (order: ReviewOrder): ReviewTable => {
    if (!Object.hasOwn(orders, order))
      throw plainly(
        wrongUse(
          'sortBy neemt {orders}, niet "{order}".',
          'sortBy prend {orders}, et non « {order} ».',
          'sortBy nimmt {orders}, nicht „{order}“.',
          'sortBy takes {orders}, not "{order}".',
          { orders: Object.keys(orders).join(', '), order },
        ),
        picture.language,
      );
    if (blind && (order === 'stake' || order === 'probability'))
      throw plainly(
        wrongUse(
          'Een blinde tabel wordt niet geordend naar wat ze verbergt.',
          'Un tableau aveugle n’est pas trié par ce qu’il cache.',
          'Eine blinde Tabelle wird nicht nach dem geordnet, was sie verbirgt.',
          'A blind table is not ordered by what it hides.',
        ),
        picture.language,
      );
    const key = orders[order];
    const sorted = [...rows].sort((x, y) => {
      const [a, b] = [key(x), key(y)];
      return a < b ? -1 : a > b ? 1 : x.number - y.number;
    });
    return tableOf(picture, sorted, blind);
  };
  return view<ReviewTable>({ kind: 'review-table', picture, rows, blind, sortBy }, reviewOutputs);
}

/**
 * The pairs of records that may be one seizure, for a person to judge: what each record says, the reasons for and against,
 * how likely, and what deciding it is worth. The columns sort by a click. `recordVerdict` records what you say of one.
 *
 * Where no total depends on an undecided pair, the least sure are shown. Throws UsageError for an audience that does not exist.
 *
 * @param picture of events
 * @example
 * ```ts
 * import { ingest, reviewTable } from '@samenbeeld/notebook';
 * const { mkdtemp } = await import('node:fs/promises');
 * const { tmpdir } = await import('node:os');
 * const out = `${await mkdtemp(`${tmpdir()}/review-`)}/picture`;
 * const { picture } = await ingest('exercise-nl-harc', 'fixtures/exercise/nl-harc-2018-2025.csv', { out });
 * reviewTable(picture).rows.length // => 0
 * ```
 */
export function reviewTable(
  picture: Picture,
  { all = false, blind = false, audience }: ReviewTableOptions = {},
): ReviewTable {
  try {
    const pairs = pairsAtStake(picture.doubleReports, picture.totals, picture.judged);
    const byId = new Map(picture.seizures.rows.map((seizure) => [seizure.id, seizure]));
    const side = (ids: string): readonly Seizure[] =>
      ids.split('+').flatMap((id) => byId.get(id) ?? []);
    const hides =
      audience === undefined
        ? () => null
        : withheldFrom({
            sources: picture.metadata.sources,
            audience,
            releases: picture.decisions,
          });
    const rows = pairsShown(pairs, { all, blind }).map((pair, at): ReviewRow => {
      const [first, second] = [side(pair.pair.a), side(pair.pair.b)];
      const marks = [...first, ...second].flatMap((seizure) => hides(seizure) ?? []);
      const withheld = marks.length > 0 ? [...new Set(marks)].join(', ') : null;
      return { number: at + 1, pair, first, second, withheld };
    });
    return tableOf(picture, rows, blind);
  } catch (error) {
    throw plainly(error, picture.language);
  }
}
