import { type Language, units } from '@samenbeeld/schema';
import { measureOf } from '../columns/measures.ts';
import { codesOf, mappingsOf } from '../mapped-codes.ts';
import type { LabelColumn } from './label-columns.ts';
import type { ProposedTotals } from './propose-totals.ts';
import { ruleName } from './rule-name.ts';
import { saysPart } from './total-words.ts';

/** What a row among kinds of offences counts or measures otherwise, by its whole label. */
const otherwise =
  /^(?:(?:aantal|nombre d[e’']?|anzahl(?: der)?|number of)\s*)?(?:tatverdächtige[nr]?|verdachten|(?:personnes )?mis(?:es)? en cause|suspects|aufklärungsquote|aufgeklärte fälle|ophelderingspercentage|ophelderingsgraad|opgehelderde misdrijven|taux d[’']élucidation|faits élucidés|clear(?:ance|-up) rate|cleared cases|häufigkeitszahl|schaden(?:ssumme)?|opfer|slachtoffers|victimes|victims|einwohner|inwoners|habitants|population)(?:\s+(?:insgesamt|totaal|total|in %|\(%\)))?$/iu;

/** Labels as a question names them: the first four, and how many more there are. */
function namedIn(labels: readonly string[]): string {
  const shown = labels.slice(0, 4).map((label) => `"${label}"`);
  const more = labels.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

/** Rows that stand among kinds of offences and are none: suspects, victims, a rate. As offences they would be wrong. */
export function otherMeasures(columns: readonly LabelColumn[]): ProposedTotals['exclude'] {
  return columns.flatMap(({ heading, guess, labels }) => {
    const fed = mappingsOf(guess).map(({ to }) => to);
    const isKinds = fed.includes('nationalCode') || fed.includes('offence');
    // A column that is left out may be the one that says what is measured in a row.
    const isMeasures =
      guess.to === null && labels.every((label) => measureOf(label.trim()) !== null);
    if ((!isKinds && !isMeasures) || fed.includes('metric')) return [];
    const other = labels.filter(
      (label) => otherwise.test(label.trim()) || (isMeasures && measureOf(label.trim())?.ignore),
    );
    if (other.length === 0 || other.length === labels.length) return [];
    return [
      {
        rule: ruleName(heading, 'other'),
        where: { [heading]: other.length === 1 ? (other[0] ?? '') : other },
        reason: 'counts or measures something else than the other rows',
        decide: `${namedIn(other)} ${other.length === 1 ? 'is' : 'are'} no kind of what the other rows count: left out. Wanted, ${other.length === 1 ? 'it needs' : 'they need'} a metric of their own`,
      },
    ];
  });
}

/** Rows that say they are a part of the row above, in a column of drugs: both would count. */
export function partRows(columns: readonly LabelColumn[]): ProposedTotals['exclude'] {
  return columns.flatMap(({ heading, guess, labels }) => {
    if (!mappingsOf(guess).some(({ to }) => to === 'substance')) return [];
    const own = labels.filter(saysPart);
    if (own.length === 0) return [];
    return [
      {
        rule: ruleName(heading, 'part'),
        where: { [heading]: own.length === 1 ? (own[0] ?? '') : own },
        reason: 'a part of the row above, which holds it',
        decide: `${namedIn(own)} ${own.length === 1 ? 'is a part' : 'are parts'} of the row above: left out, so that nothing counts twice. Wanted, ${own.length === 1 ? 'it needs' : 'they need'} a place or another field of their own`,
      },
    ];
  });
}

/** Rates per inhabitants follow from counts; a purity in per cent, an index or a price does not. */
function isRate(code: string): boolean {
  const { dimension, base } = units.get(code);
  return dimension === 'rate' && base === 'per_1';
}

/** Rows whose unit is a rate per inhabitants, in a column of units that has counts too: they are computed from those. */
export function rateRows(
  columns: readonly LabelColumn[],
  record: 'observation' | 'seizure',
  language: Language,
): ProposedTotals['exclude'] {
  return columns.flatMap(({ heading, guess, labels }) => {
    const codes = codesOf(labels, { ...guess, to: 'unit' }, record, language);
    // Beside counts a percentage is a share of them; beside amounts it may be a purity.
    const shares = [...codes.values()].every(
      (code) =>
        code === 'pct' || (code && units.has(code) && units.get(code).dimension === 'count'),
    );
    const known = labels.flatMap((label) => {
      const code = codes.get(label);
      if (!code || !units.has(code)) return [];
      const rate = isRate(code) || (code === 'pct' && shares);
      return [{ label, rate }];
    });
    const rates = known.filter(({ rate }) => rate).map(({ label }) => label);
    if (rates.length === 0 || rates.length === known.length) return [];
    return [
      {
        rule: ruleName('rate', 'derived'),
        where: { [heading]: rates.length === 1 ? (rates[0] ?? '') : rates },
        reason: 'rates, computed from the counts that stand in other rows and from the population',
        decide: null,
      },
    ];
  });
}
