import { factorText, pairWaterfall, probabilityText, waterfallLines } from '@samenbeeld/merge';
import {
  escapeXml,
  formatNumber,
  type Language,
  missingReasons,
  type Seizure,
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
} from './html.ts';
import type { Bundle } from './kernel.ts';
import { agencyNames, labelOf, placeName, quantityIn } from './labels.ts';
import { plainTable } from './plain-table.ts';
import type { ReviewRow, ReviewTable } from './review-table.ts';
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
export function reviewOutputs({ picture, rows, blind }: ReviewTable): readonly Bundle[] {
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
