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
import {
  escapeXml,
  formatNumber,
  type Language,
  missingReasons,
  type Seizure,
  UsageError,
} from '@samenbeeld/schema';
import {
  type Cell,
  cellText,
  type Heading,
  headHtml,
  heading,
  output,
  type Part,
  paragraph,
  plainTable,
} from './html.ts';
import type { Bundle } from './kernel.ts';
import { agencyNames, labelOf, placeName, quantityIn } from './labels.ts';
import type { Picture } from './opened-picture.ts';
import { plainly } from './show.ts';
import { type View, view } from './view.ts';
import { words } from './words.ts';

/** A cell with what it is sorted by. */
type Sorted = readonly [Cell, string | number];

// Sorts by the heading that is clicked; a second click turns the order.
const script = `<script>(function(){var t=document.currentScript.parentNode.querySelector('table');t.querySelectorAll('th').forEach(function(h,i){h.style.cursor='pointer';h.onclick=function(){var up=h.getAttribute('aria-sort')!=='ascending';t.querySelectorAll('th').forEach(function(o){o.removeAttribute('aria-sort');});h.setAttribute('aria-sort',up?'ascending':'descending');var b=t.tBodies[0];Array.from(b.rows).sort(function(x,y){var p=x.cells[i].dataset.v,q=y.cells[i].dataset.v;var d=p!==''&&q!==''&&!isNaN(p)&&!isNaN(q)?p-q:p<q?-1:p>q?1:0;return up?d:-d;}).forEach(function(r){b.appendChild(r);});};});})()</script>`;

function sideLines(rows: readonly Seizure[], language: Language) {
  return rows.map(({ agencies, quantity, unit, missing, origin, date }) => {
    const weight =
      quantity === null
        ? labelOf(missingReasons, missing, language)
        : quantityIn(quantity, unit, language);
    return {
      text: `${date}, ${agencyNames(agencies, language)}, ${weight}`,
      cell: `${origin.file}:${origin.line}`,
    };
  });
}

/** What the records of one side say, and where they stand. */
export function sideText(rows: readonly Seizure[], language: Language): string {
  return sideLines(rows, language)
    .map(({ text, cell }) => `${text} (${cell})`)
    .join(' + ');
}

function sideCell(rows: readonly Seizure[], language: Language): Cell {
  const lines = sideLines(rows, language);
  return {
    html: lines
      .map(({ text, cell }) => `${escapeXml(text)}<br><code>${escapeXml(cell)}</code>`)
      .join('<br>'),
    plain: sideText(rows, language),
  };
}

/** The reasons with how much likelier each makes it, and the whole waterfall on a click. */
function reasonsCell({ pair: { pair }, withheld }: ReviewRow, language: Language): Cell {
  const steps = pairWaterfall(pair, { withhold: withheld !== null });
  const said = steps
    .filter(({ kind }) => kind === 'reason' || kind === 'rarity')
    .map(({ text, weight }) => `${factorText(weight, language)} ${text[language]}`);
  const lines = waterfallLines(steps, language).join('\n');
  return {
    html: `${said.map(escapeXml).join('<br>')}<details><summary>${escapeXml(words.explanation[language])}</summary><pre>${escapeXml(lines)}</pre></details>`,
    plain: said.join('; '),
  };
}

/** Kilograms where they may be seen; else the share of a period, for kilograms would tell the weight. */
function stakeCell({ pair: { stake, periods }, withheld }: ReviewRow, language: Language): Sorted {
  if (stake === 0) return ['–', 0];
  const share = Math.max(...periods.map((one) => one.share));
  return withheld === null
    ? [`${formatNumber(Number(stake.toPrecision(2)), language)} kg`, stake]
    : [probabilityText(share, language), share];
}

function cellsOf(row: ReviewRow, blind: boolean, language: Language): readonly Sorted[] {
  const { number, pair: one, first, second, withheld } = row;
  const hidden: Cell = `${words.withheld[language]} (${withheld})`;
  const known = withheld === null;
  const [date, place] = [first[0]?.date ?? '', placeName(first[0]?.place ?? '', language)];
  const records: readonly Sorted[] = [
    [String(number), number],
    ...(known
      ? ([
          [date, date],
          [place, place],
          [sideCell(first, language), first[0]?.quantity ?? ''],
          [sideCell(second, language), second[0]?.quantity ?? ''],
        ] satisfies readonly Sorted[])
      : ([
          ['–', ''],
          ['–', ''],
          [hidden, ''],
          [hidden, ''],
        ] satisfies readonly Sorted[])),
  ];
  if (blind) return records;
  const { probability } = one.pair;
  const said = one.judged?.says ?? one.follows?.says;
  return [
    ...records,
    [reasonsCell(row, language), one.pair.weight],
    [probabilityText(probability, language), probability],
    stakeCell(row, language),
    [said?.[language] ?? '', one.state],
  ];
}

function headings(blind: boolean, language: Language): readonly Heading[] {
  const say = (name: keyof typeof words) => ({ label: words[name][language] });
  return [
    { ...say('reference'), number: true },
    { ...say('date'), tight: true },
    say('place'),
    say('firstReport'),
    say('secondReport'),
    ...(blind
      ? []
      : [
          say('reasons'),
          { ...say('probability'), number: true },
          { ...say('stake'), number: true },
          say('verdict'),
        ]),
  ];
}

function classOf({ number, tight }: Heading): string {
  return number ? ' class="n"' : tight ? ' class="t"' : '';
}

function sortableGrid(heads: readonly Heading[], rows: readonly (readonly Sorted[])[]): Part {
  const body = rows
    .map((cells) => {
      const tags = cells.map(([cell, by], at) => {
        const html = typeof cell === 'string' ? escapeXml(cell) : cell.html;
        const head = heads[at];
        return `<td${head ? classOf(head) : ''} data-v="${escapeXml(String(by))}">${html}</td>`;
      });
      return `<tr>${tags.join('')}</tr>`;
    })
    .join('');
  return {
    html: `<div class="scroll"><table>${headHtml(heads)}<tbody>${body}</tbody></table>${script}</div>`,
    plain: plainTable(
      heads,
      rows.map((cells) => cells.map(([cell]) => cellText(cell))),
    ),
  };
}

/** The pairs to judge, as a cell shows them. */
function reviewOutputs({ picture, rows, blind }: ReviewTable): readonly Bundle[] {
  const { language, judged } = picture;
  return [
    output(picture, [
      heading(`${rows.length} ${words.pairs[language]}`),
      // What others decided would tell a blind reader what they said.
      ...(blind ? [] : judged.conflicts).map(({ says }) => paragraph(says[language])),
      ...judged.lapsed.map(({ decision, says }) =>
        paragraph(`${decision.id}: ${says[language]}`, 'quiet'),
      ),
      ...(rows.length > 0
        ? [
            sortableGrid(
              headings(blind, language),
              rows.map((row) => cellsOf(row, blind, language)),
            ),
          ]
        : [paragraph(words.nothingFound[language], 'says')]),
    ]),
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

function tableOf(picture: Picture, rows: readonly ReviewRow[], blind: boolean): ReviewTable {
  const sortBy = (order: ReviewOrder): ReviewTable => {
    if (!Object.hasOwn(orders, order))
      throw plainly(
        new UsageError(`sortBy takes ${Object.keys(orders).join(', ')}, not "${order}".`),
      );
    if (blind && (order === 'stake' || order === 'probability'))
      throw plainly(new UsageError('A blind table is not ordered by what it hides.'));
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
    throw plainly(error);
  }
}
