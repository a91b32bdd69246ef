import { eurosFromTo } from '@samenbeeld/money';
import { type Block, folded, list, paragraph, sameText } from '@samenbeeld/page';
import {
  capital,
  colonAfter,
  englishQuoted,
  type Finding,
  figure,
  inEach,
  joinWith,
  type Language,
  ownValue,
  percent,
  pValue,
  rangeEnds,
  type Text,
  unitName,
  units,
} from '@samenbeeld/schema';
import { methodName } from './method-names.ts';
import { words } from './words.ts';

/** Findings that compare with one: no end of theirs is rounded onto it. */
const ratios: ReadonlySet<string> = new Set(['rate_ratio', 'over_dispersion', 'location_quotient']);

type Interval = NonNullable<Finding['interval']>;

/** The ends as the sentence prints them. */
function endsIn(
  { low, high }: Interval,
  { unit, kind }: Finding,
  language: Language,
): readonly [string, string] {
  if (unit?.startsWith('share')) return [percent(low, language), percent(high, language)];
  return rangeEnds({ low, high }, ratios.has(kind) ? 1 : 0, language);
}

const perWords: Readonly<Record<string, Text>> = {
  year: { nl: 'per jaar', fr: 'par an', de: 'pro Jahr', en: 'a year' },
  period: { nl: 'per periode', fr: 'par période', de: 'pro Zeitraum', en: 'a period' },
};

/** "kg a year", of what a finding calls kg/year. */
function unitIn(unit: string, language: Language): string {
  const [base = '', per = ''] = unit.split('/');
  const name = units.has(base) ? unitName(base, language) : base;
  const behind = ownValue(perWords, per)?.[language] ?? per;
  return per === '' ? name : `${name === '1' ? '' : `${name} `}${behind}`;
}

function intervalText(interval: Interval, finding: Finding, language: Language): string {
  const { unit } = finding;
  const level = figure(Number((interval.level * 100).toPrecision(6)), language);
  if (unit === 'EUR')
    return `${words.interval[language]} ${level} %: ${eurosFromTo(interval.low, interval.high, language)}`;
  const [low, high] = endsIn(interval, finding, language);
  const per = unit === null || unit.startsWith('share') ? '' : ` ${unitIn(unit, language)}`;
  return `${words.interval[language]} ${level} %: ${low} – ${high}${per}`;
}

/** A number as the sentence prints it; a year or a seed in its digits alone. */
function detailIn(name: string, value: number, language: Language): string {
  return /year|seed/i.test(name) ? String(value) : figure(value, language);
}

function detailLines({ details, unit }: Finding, language: Language): readonly string[] {
  // Of draws no more is known than the sentence says.
  const told = (value: number): number => (unit === 'EUR' ? Number(value.toPrecision(3)) : value);
  return (
    Object.entries(details)
      // The sentence gives the verdict in words.
      .filter(([name, value]) => value !== null && value !== '' && name !== 'verdict')
      .map(
        ([name, value]) =>
          `${name}: ${typeof value === 'number' ? detailIn(name, told(value), language) : value}`,
      )
  );
}

/** The numbers of a finding in one line, with its method by its name. */
function factsOf(finding: Finding, language: Language, named: Text | undefined): string {
  const { n, p, interval, method } = finding;
  return [
    `n = ${n}`,
    ...(p === null ? [] : [pValue(p, language)]),
    ...(interval === null ? [] : [intervalText(interval, finding, language)]),
    `${words.method[language]}${colonAfter[language]} ${(named ?? methodName(method))[language]}`,
  ].join(' · ');
}

/** With a capital and a full stop, but for a symbol that begins it: "φ of 0.36 raised to 1". */
function asSentence(text: Text): Text {
  return inEach((language) => {
    const said = text[language];
    const opened = /^[a-zà-ÿ](?:[\p{L}’]| \p{L})/u.test(said) ? capital(said) : said;
    return /[.!?]$/u.test(opened) ? opened : `${opened}.`;
  });
}

/** A finding as a cell shows it: the sentence, how sure, the method, and what it assumes. */
export function findingBlocks(
  finding: Finding,
  language: Language,
  named?: Text,
): readonly Block[] {
  const { says, confidence, warnings, assumptions } = finding;
  const details = detailLines(finding, language);
  return [
    {
      kind: 'finding',
      title: sameText(''),
      text: says,
      confidence,
      basis: sameText(factsOf(finding, language, named)),
    },
    ...(warnings.length > 0
      ? [
          paragraph(
            joinWith(
              [joinWith([words.warnings, colonAfter], ''), ...warnings.map(asSentence)],
              ' ',
            ),
          ),
        ]
      : []),
    ...folded(words.numbers, [
      paragraph(englishQuoted(finding.definition)),
      ...list(assumptions.map(asSentence)),
      ...(details.length > 0 ? [paragraph(words.details), ...list(details)] : []),
    ]),
  ];
}
