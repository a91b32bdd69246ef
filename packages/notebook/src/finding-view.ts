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
  percent,
  pValue,
  rangeEnds,
  type Text,
} from '@samenbeeld/schema';
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

function intervalText(interval: Interval, finding: Finding, language: Language): string {
  const { unit } = finding;
  const level = figure(Number((interval.level * 100).toPrecision(6)), language);
  const [low, high] = endsIn(interval, finding, language);
  const per = unit === null || unit.startsWith('share') ? '' : ` ${unit}`;
  return `${words.interval[language]} ${level} %: ${low} – ${high}${per}`;
}

/** A number as the sentence prints it; a year or a seed in its digits alone. */
function detailIn(name: string, value: number, language: Language): string {
  return /year|seed/i.test(name) ? String(value) : figure(value, language);
}

function detailLines(details: Finding['details'], language: Language): readonly string[] {
  return Object.entries(details)
    .filter(([, value]) => value !== null && value !== '')
    .map(
      ([name, value]) =>
        `${name}: ${typeof value === 'number' ? detailIn(name, value, language) : value}`,
    );
}

/** The numbers of a finding in one line, with its method. */
function factsOf(finding: Finding, language: Language): string {
  const { n, p, interval, method } = finding;
  return [
    `n = ${n}`,
    ...(p === null ? [] : [pValue(p, language)]),
    ...(interval === null ? [] : [intervalText(interval, finding, language)]),
    `${words.method[language]}: ${englishQuoted(method)[language]}`,
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
export function findingBlocks(finding: Finding, language: Language): readonly Block[] {
  const { says, confidence, warnings, assumptions } = finding;
  return [
    {
      kind: 'finding',
      title: sameText(''),
      text: says,
      confidence,
      basis: sameText(factsOf(finding, language)),
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
      ...list([...assumptions.map(asSentence), ...detailLines(finding.details, language)]),
    ]),
  ];
}
