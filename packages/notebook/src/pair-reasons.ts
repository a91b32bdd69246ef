import { type PairStep, pairWaterfall, probabilityText, waterfallLines } from '@samenbeeld/merge';
import { escapeXml, UsageError } from '@samenbeeld/schema';
import { heading, output, type Part, paragraph } from './html.ts';
import type { Bundle } from './kernel.ts';
import { placeName } from './labels.ts';
import type { Picture } from './picture.ts';
import type { ReviewRow, ReviewTable } from './review-table.ts';
import { sideText } from './review-view.ts';
import { plainly } from './show.ts';
import { type View, view } from './view.ts';
import { words } from './words.ts';

/** Why two records may be the same seizure: what they say, and what each reason makes of the probability. */
export interface PairReasons extends View {
  readonly kind: 'pair-reasons';
  readonly picture: Picture;
  readonly row: ReviewRow;
  readonly steps: readonly PairStep[];
}

function lines(text: readonly string[]): Part {
  const plain = text.join('\n');
  return { html: `<pre>${escapeXml(plain)}</pre>`, plain };
}

function outputs({ picture, row, steps }: PairReasons): readonly Bundle[] {
  const { language } = picture;
  const { first, second, pair, withheld } = row;
  const records =
    withheld === null
      ? [
          paragraph(`${words.firstReport[language]}: ${sideText(first, language)}`),
          paragraph(`${words.secondReport[language]}: ${sideText(second, language)}`),
        ]
      : [paragraph(`${words.withheld[language]} (${withheld})`)];
  const { probability, decision } = pair.pair;
  // Stored to six digits; only a decision makes it certain.
  const unsure = Math.min(Math.max(probability, 1e-7), 1 - 1e-7);
  const together = decision === null ? unsure : probability;
  const place = first[0] ? placeName(first[0].place, language) : '';
  return [
    output(picture, [
      heading(withheld === null ? `${row.number}. ${place}` : `${row.number}.`),
      ...records,
      lines(waterfallLines(steps, language)),
      paragraph(`${words.withAllTied[language]}: ${probabilityText(together, language)}`),
    ]),
  ];
}

/**
 * Why a pair of a review table is held to be the same seizure or not, as a waterfall: the probability before anything is
 * compared, what each reason makes of it, and all together. `chart.waterfall` draws it.
 *
 * Throws UsageError for a number that is not there, and for a blind table, whose readers judge without it.
 *
 * @param number of the pair as shown
 * @example
 * ```ts
 * import { ingest, pairReasons, reviewTable } from '@samenbeeld/notebook';
 * const { mkdtemp } = await import('node:fs/promises');
 * const { tmpdir } = await import('node:os');
 * const out = `${await mkdtemp(`${tmpdir()}/reasons-`)}/picture`;
 * const { picture } = await ingest('exercise-nl-harc', 'fixtures/exercise/nl-harc-2018-2025.csv', { out });
 * const said = await Promise.resolve().then(() => pairReasons(reviewTable(picture), 1)).catch(({ message }) => message);
 * said // => 'There is no pair 1; there are none.'
 * await picture.close();
 * ```
 */
export function pairReasons({ picture, rows, blind }: ReviewTable, number: number): PairReasons {
  const row = rows.find((one) => one.number === number);
  if (!row)
    throw plainly(
      new UsageError(
        `There is no pair ${number}; there are ${rows.length === 0 ? 'none' : rows.map((one) => one.number).join(', ')}.`,
      ),
    );
  if (blind)
    throw plainly(
      new UsageError('A blind table is judged without reasons. Ask them of one that is not blind.'),
    );
  const steps = pairWaterfall(row.pair.pair, { withhold: row.withheld !== null });
  return view<PairReasons>({ kind: 'pair-reasons', picture, row, steps }, outputs);
}
