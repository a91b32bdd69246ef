import { agencyNames } from '@samenbeeld/answers';
import {
  type Claim,
  type Difference,
  explainDifference as explain,
  filesIn,
  toClaims,
} from '@samenbeeld/merge';
import { table } from '@samenbeeld/page';
import { type Language, type Observation, type Text, wrongUse } from '@samenbeeld/schema';
import { output } from './cell.ts';
import { type Joint, jointOf } from './joint.ts';
import type { Bundle } from './kernel.ts';
import { numberIn, worded } from './labels.ts';
import type { ObservationSelection, Picture } from './opened-picture.ts';
import { answer, type Refused } from './refused.ts';
import { type View, view } from './view.ts';
import { words } from './words.ts';

const outcomes: Readonly<Record<ComparedFigure['outcome'], Text>> = {
  agrees: { nl: 'sluit aan', fr: 'concorde', de: 'stimmt überein', en: 'agrees' },
  explained: { nl: 'verklaard', fr: 'expliqué', de: 'erklärt', en: 'explained' },
  open: { nl: 'te beslissen', fr: 'à trancher', de: 'zu entscheiden', en: 'to decide' },
};

const dimensionNames: Readonly<Record<string, Text>> = {
  place: words.place,
  basis: words.basis,
  agency: words.agency,
  substance: words.substance,
  period: words.period,
  extent: { nl: 'omvang', fr: 'étendue', de: 'Umfang', en: 'extent' },
  wording: { nl: 'bewoording', fr: 'formulation', de: 'Wortlaut', en: 'wording' },
  vintage: words.published,
  unit: { nl: 'eenheid', fr: 'unité', de: 'Einheit', en: 'unit' },
  metric: words.measure,
};

function differs({ dimensions }: Difference, language: Language): string {
  return dimensions
    .map(({ dimension }) => dimensionNames[dimension]?.[language] ?? dimension)
    .join(', ');
}

function figure(row: Observation, language: Language): string {
  const number = row.reference ? ` [${row.reference}]` : '';
  return `${worded(row, language)}\n${agencyNames(row.agencies, language)}, ${row.publishedOn ?? '–'}${number}`;
}

/** The figures beside the ones that stand, as a cell shows them. */
function differencesOutputs({ picture, rows }: Differences): readonly Bundle[] {
  const { language } = picture;
  const count = (outcome: ComparedFigure['outcome']): string =>
    `${rows.filter((row) => row.outcome === outcome).length} ${outcomes[outcome][language]}`;
  return [
    output(picture, [
      table(
        `${rows.length} ${words.compared[language]}: ${count('open')} · ${count('explained')} · ${count('agrees')}`,
        [
          ['label', words.period],
          ['words', words.standing],
          ['words', words.other],
          ['number', words.difference],
          ['words', words.differsIn],
          ['words', words.verdict],
          ['words', words.explanation],
        ],
        rows.map(({ year, standing, other, difference, outcome, says }) => [
          String(year),
          figure(standing, language),
          figure(other, language),
          numberIn(difference.difference, language),
          differs(difference, language),
          outcomes[outcome],
          says,
        ]),
      ),
    ]),
  ];
}

/** A published figure beside the one that stands for the same year. */
export interface ComparedFigure {
  readonly year: number;
  /** The figure that governs, or the first of the rivals where no one has decided. */
  readonly standing: Observation;
  readonly other: Observation;
  readonly difference: Difference;
  /** agrees: its words allow the standing figure; explained: the gap follows from scope or other figures; open: it does not. */
  readonly outcome: 'agrees' | 'explained' | 'open';
  readonly says: Text;
}

/** Which published figures differ from the one that stands, and why. */
export interface Differences extends View {
  readonly kind: 'differences';
  readonly picture: Picture;
  readonly rows: readonly ComparedFigure[];
}

const satisfied: Text = {
  nl: 'De bewoording laat het geldende cijfer toe.',
  fr: 'La formulation admet le chiffre retenu.',
  de: 'Der Wortlaut lässt die maßgebliche Zahl zu.',
  en: 'Its words allow the standing figure.',
};

/** The basis on which figures stand: the one asked for, else what was seized in the port, else the first. */
function standingBasis(rows: readonly Observation[]): string {
  const found = [...new Set(rows.map(({ basis }) => basis))].sort();
  return found.find((basis) => basis === 'seized_in_port') ?? found[0] ?? 'seized_in_port';
}

function outcomeOf(
  claim: Claim,
  difference: Difference,
  { totals, conflicts }: Joint,
): Pick<ComparedFigure, 'outcome' | 'says'> {
  const members = totals.flatMap((total) => total.members);
  const allowed = members.some(
    ({ absorbed, combined }) => absorbed.includes(claim.id) || combined.includes(claim.id),
  );
  if (allowed) return { outcome: 'agrees', says: satisfied };
  const conflict = conflicts.find(({ claims }) => claims.includes(claim.id));
  if (conflict)
    return {
      outcome: conflict.state === 'undecided' ? 'open' : 'explained',
      says: conflict.explanation,
    };
  return { outcome: difference.says.en === '' ? 'open' : 'explained', says: difference.says };
}

function compareYear(
  selection: ObservationSelection,
  year: number,
  basis: string,
): readonly ComparedFigure[] {
  const total = jointOf(selection.where({ year, basis: basis as Observation['basis'] }), 'year');
  const [first] = total.totals;
  const [member] = first?.members ?? [];
  const standing = total.claims.find(({ id }) => id === (member?.governing ?? member?.rivals[0]));
  if (!first || !standing) return [];
  const { metric, unit } = first;
  const files = filesIn(selection.picture.metadata);
  const claims = toClaims(selection.where({ year }).rows, { metric, unit, files });
  const context = selection.picture.observations.rows;
  return claims.flatMap((claim): readonly ComparedFigure[] => {
    const [mine, other] = [standing.rows[0], claim.rows[0]];
    if (claim.id === standing.id || !mine || !other) return [];
    const difference = explain(mine, other, context, files);
    return [{ year, standing: mine, other, difference, ...outcomeOf(claim, difference, total) }];
  });
}

/**
 * Which published figures of one place disagree with the one that stands, year by year, in what they differ (place,
 * basis, agency, period, extent, wording, date of publication) and what explains the gap.
 *
 * @param selection the figures to compare, on any basis, such as `observations.where({ place: 'NLVLI', substance: 'COC' })`
 */
export function differences(selection: ObservationSelection): Differences | Refused {
  const { picture } = selection;
  return answer(picture, () => {
    const measured = selection.rows.filter(({ metric }) => metric === 'quantity');
    const years = measured.map(({ periodStart }) => Number(periodStart.slice(0, 4)));
    const basis = standingBasis(measured);
    const rows = [...new Set(years)]
      .sort((a, b) => a - b)
      .flatMap((year) => compareYear(selection, year, basis));
    return view<Differences>({ kind: 'differences', picture, rows }, differencesOutputs);
  });
}

function rowNamed(picture: Picture, name: string): Observation {
  const found = picture.observations.rows.find(
    ({ id, reference }) => reference === name || id === name,
  );
  if (found) return found;
  throw wrongUse(
    'Het beeld heeft geen uitspraak "{name}". Noem haar nummer ("C086") of haar id.',
    'Le tableau n’a pas d’énoncé « {name} ». Nommez son numéro (« C086 ») ou son identifiant.',
    'Das Lagebild hat keine Aussage „{name}“. Nennen Sie ihre Nummer („C086“) oder ihre Kennung.',
    'The picture has no claim "{name}". Name its number ("C086") or its id.',
    { name },
  );
}

/**
 * Why two published figures are not the same number.
 *
 * @param a number or id of a claim, such as "C086"
 */
export function explainDifference(picture: Picture, a: string, b: string): Differences | Refused {
  return answer(picture, () => {
    const [standing, other] = [rowNamed(picture, a), rowNamed(picture, b)];
    const difference = explain(
      standing,
      other,
      picture.observations.rows,
      filesIn(picture.metadata),
    );
    const outcome = difference.says.en === '' ? 'open' : 'explained';
    const year = Number(standing.periodStart.slice(0, 4));
    const row: ComparedFigure = {
      year,
      standing,
      other,
      difference,
      outcome,
      says: difference.says,
    };
    return view<Differences>({ kind: 'differences', picture, rows: [row] }, differencesOutputs);
  });
}
