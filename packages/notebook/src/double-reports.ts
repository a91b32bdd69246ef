import { agencyNames } from '@samenbeeld/answers';
import type { DoubleReport } from '@samenbeeld/merge';
import { folded, sameText, type TableBlock, table } from '@samenbeeld/page';
import {
  formatNumber,
  type Language,
  missingReasons,
  placeLabel,
  type Seizure,
  type Text,
} from '@samenbeeld/schema';
import { output } from './cell.ts';
import type { Row } from './criteria.ts';
import type { Bundle } from './kernel.ts';
import { labelOf, quantityIn } from './labels.ts';
import type { Picture, Selection } from './opened-picture.ts';
import { type View, view } from './view.ts';
import { howMany, words } from './words.ts';

/** Two records that may be one seizure. */
export interface ReportPair {
  readonly first: Seizure;
  readonly second: Seizure;
  /** Probability that the two are one seizure, with all that is tied to them weighed. */
  readonly probability: number;
  readonly verdict: DoubleReport['verdict'];
  readonly reasons: readonly Text[];
  /** Subject of the decision that settles it. */
  readonly subject: string;
  readonly decision: string | null;
}

/** Pairs of records that may be one seizure. */
export interface DoubleReports extends View {
  readonly kind: 'double-reports';
  readonly picture: Picture;
  readonly rows: readonly ReportPair[];
}

const verdicts: Readonly<Record<ReportPair['verdict'], Text>> = {
  same: { nl: 'dezelfde', fr: 'la même', de: 'derselbe', en: 'the same' },
  candidate: { nl: 'mogelijk', fr: 'possible', de: 'möglich', en: 'possible' },
  different: { nl: 'verschillend', fr: 'différente', de: 'verschieden', en: 'different' },
};

function side({ agencies, quantity, unit, origin, missing }: Seizure, language: Language): string {
  const weight =
    quantity === null
      ? labelOf(missingReasons, missing, language)
      : quantityIn(quantity, unit, language);
  return `${agencyNames(agencies, language)}, ${weight}\n${origin.file}:${origin.line}`;
}

function pairTable(caption: string, rows: readonly ReportPair[], language: Language): TableBlock {
  return table(
    caption,
    [
      ['label', words.date],
      ['words', words.place],
      ['words', words.firstReport],
      ['words', words.secondReport],
      ['words', words.reasons],
      ['number', words.probability],
      ['words', words.verdict],
    ],
    rows.map(({ first, second, reasons, probability, verdict }) => [
      first.date,
      placeLabel(first.place, language),
      side(first, language),
      side(second, language),
      reasons.map((reason) => reason[language]).join('; '),
      { shown: sameText(percent(probability, language)), value: probability },
      verdicts[verdict],
    ]),
  );
}

/** A probability in per cent; what is not certain is never printed as 0 or 100. */
function percent(probability: number, language: Language): string {
  const rounded = Math.round(probability * 1000) / 10;
  if (rounded === 100 && probability < 1) return `> ${formatNumber(99.9, language)} %`;
  if (rounded === 0 && probability > 0) return `< ${formatNumber(0.1, language)} %`;
  return `${formatNumber(rounded, language)} %`;
}

const shownAtOnce = 8;

function outputs({ picture, rows }: DoubleReports): readonly Bundle[] {
  const { language } = picture;
  const count = (verdict: ReportPair['verdict']): string =>
    `${rows.filter((row) => row.verdict === verdict).length} ${verdicts[verdict][language]}`;
  const states = `${count('same')} · ${count('candidate')} · ${count('different')}`;
  const caption = `${howMany(rows.length, 'pairs')[language]}: ${states}`;
  const rest = rows.slice(shownAtOnce);
  return [
    output(picture, [
      pairTable(caption, rows.slice(0, shownAtOnce), language),
      ...folded(
        `+ ${rest.length}`,
        rest.length > 0 ? [pairTable(`+ ${rest.length}`, rest, language)] : [],
      ),
    ]),
  ];
}

/**
 * The records of different files that may be one seizure, with the reasons for and against. Pairs that are the same
 * count once in every total; possible ones only widen the range until a person decides.
 *
 * @param of a picture, or a selection of its seizures
 */
export function doubleReports(of: Picture | Selection<Seizure>): DoubleReports {
  const picture = 'picture' in of ? of.picture : of;
  const seizures: readonly Row[] = 'picture' in of ? of.rows : of.seizures.rows;
  const byId = new Map((seizures as readonly Seizure[]).map((seizure) => [seizure.id, seizure]));
  const rows = picture.doubleReports.flatMap((pair): readonly ReportPair[] => {
    const [a, b] = [byId.get(pair.a), byId.get(pair.b)];
    if (!a || !b) return [];
    const [first, second] = a.date <= b.date ? [a, b] : [b, a];
    const { key: subject, probability, verdict, decision } = pair;
    const reasons = pair.reasons.map(({ text }) => text);
    return [{ first, second, probability, verdict, reasons, subject, decision }];
  });
  return view<DoubleReports>({ kind: 'double-reports', picture, rows }, outputs);
}
