import {
  inKilograms,
  type PairAtStake,
  pairWaterfall,
  probabilityText,
  say,
  waterfallLines,
} from '@samenbeeld/merge';
import {
  agencies,
  formatNumber,
  formatQuantity,
  type Language,
  placeLabel,
  type Seizure,
  substances,
} from '@samenbeeld/schema';
import { linkWords } from './link-words.ts';
import type { LinkedPicture, PairView } from './linked-picture.ts';

const labelIn = (
  list: {
    has(code: string): boolean;
    label(code: string, language: Language): string;
  },
  code: string,
  language: Language,
): string => (list.has(code) ? list.label(code, language) : code);

function weightText(seizure: Seizure, language: Language): string {
  const { quantity, unit } = seizure;
  if (quantity === null) return linkWords.missing[language];
  const kg = inKilograms(seizure);
  const printed = formatQuantity(quantity, unit, language).replaceAll('\u00a0', ' ');
  return unit === 'kg' || kg === null ? printed : `${printed} (${formatNumber(kg, language)} kg)`;
}

/** What one record says, in a line. */
function recordLine(seizure: Seizure, language: Language): string {
  const { date, place, substance, agencies: who, containerKey, caseKey, origin } = seizure;
  return [
    date,
    placeLabel(place, language),
    labelIn(substances, substance, language),
    weightText(seizure, language),
    who.map((agency) => labelIn(agencies, agency, language)).join(' + '),
    ...(containerKey === null ? [] : [`container #${containerKey.slice(0, 6)}`]),
    ...(caseKey ? [say(linkWords.ofCase, { key: caseKey.slice(0, 6) })[language]] : []),
    `${origin.file}:${origin.line}`,
  ].join(', ');
}

/** Why the values of a pair are not shown; null where they are. What one side says would tell what the other does. */
export function pairWithheld(
  { pair }: PairAtStake,
  { seizures, withheld }: LinkedPicture,
): string | null {
  const marks = `${pair.a}+${pair.b}`.split('+').flatMap((id) => {
    const seizure = seizures.get(id);
    const mark = seizure ? withheld(seizure) : null;
    return seizure && mark ? [`${seizure.source}, ${mark}`] : [];
  });
  return marks.length > 0 ? [...new Set(marks)].join('; ') : null;
}

function sideLines(side: string, linked: LinkedPicture, language: Language): readonly string[] {
  return side.split('+').map((id) => {
    const seizure = linked.seizures.get(id);
    return seizure ? recordLine(seizure, language) : `${id} (${linkWords.notThere[language]})`;
  });
}

/** What deciding a pair is worth; without kilograms where values are withheld, for they would tell the weight. */
export function stakeText(
  { stake, periods }: PairAtStake,
  isWithheld: boolean,
  language: Language,
): string {
  const [first] = periods.filter(({ share }) => share > 0).sort((x, y) => y.share - x.share);
  const closes = periods.filter((one) => one.closes).map(({ period }) => period);
  const told = [
    ...(first
      ? [
          say(isWithheld ? linkWords.stakeShare : linkWords.stake, {
            kg: Number(stake.toPrecision(2)),
            unit: 'kg',
            share: probabilityText(first.share, language),
            period: first.period,
          })[language],
        ]
      : []),
    ...closes.map((period) => say(linkWords.closesThis, { period })[language]),
  ];
  return told.length > 0 ? told.join('; ') : linkWords.noStake[language];
}

/** The two records of a pair as lines, or that they are withheld. */
export function recordLines(
  one: PairAtStake,
  linked: LinkedPicture,
  language: Language,
): readonly string[] {
  const { pair } = one;
  const hidden = pairWithheld(one, linked);
  return hidden === null
    ? [
        ...sideLines(pair.a, linked, language).map((line) => `   A  ${line}`),
        ...sideLines(pair.b, linked, language).map((line) => `   B  ${line}`),
      ]
    : [`   ${linkWords.withheld[language]} (${hidden})`];
}

/** A pair as lines: what the two records say, how likely they are one, why, and what is known of it; a number where it has one. */
export function pairLines(
  one: PairAtStake,
  number: number | null,
  linked: LinkedPicture,
  { language, blind, why }: PairView,
): readonly string[] {
  const { pair } = one;
  const hidden = pairWithheld(one, linked);
  const records = recordLines(one, linked, language);
  const start = number === null ? '' : `${number}. `;
  if (blind) return [`${start}${pair.key}`, ...records];
  const together = `${linkWords.probability[language]} ${probabilityText(pair.probability, language)}`;
  const alone = 1 / (1 + 2 ** -pair.weight);
  return [
    `${start}${together}  ${stakeText(one, hidden !== null, language)}`,
    `   ${pair.key}`,
    ...records,
    ...(why
      ? [
          ...waterfallLines(pairWaterfall(pair, { withhold: hidden !== null }), language).map(
            (line) => `     ${line}`,
          ),
          `     ${linkWords.alone[language]} ${probabilityText(alone, language)}, ${linkWords.tied[language]} ${probabilityText(pair.probability, language)}`,
        ]
      : []),
    ...(one.judged ? [`   ${linkWords.said[language]}: ${one.judged.says[language]}`] : []),
    ...(one.follows ? [`   ${one.follows.says[language]}`] : []),
  ];
}

/** A pair for machines, without any value that is withheld. */
export function pairResult(
  one: PairAtStake,
  number: number | null,
  linked: LinkedPicture,
  blind: boolean,
): Readonly<Record<string, unknown>> {
  const { pair, judged, follows } = one;
  const hidden = pairWithheld(one, linked);
  const rows = (side: string): readonly Seizure[] =>
    side.split('+').flatMap((id) => linked.seizures.get(id) ?? []);
  const records = hidden === null ? { a: rows(pair.a), b: rows(pair.b) } : null;
  const known = { number, key: pair.key, a: pair.a, b: pair.b, withheld: hidden, records };
  if (blind) return known;
  return {
    ...known,
    state: one.state,
    stake: hidden === null ? one.stake : null,
    periods: one.periods,
    probability: pair.probability,
    prior: pair.prior,
    weight: pair.weight,
    verdict: pair.verdict,
    decision: pair.decision,
    waterfall: pairWaterfall(pair, { withhold: hidden !== null }),
    judged,
    follows,
  };
}
