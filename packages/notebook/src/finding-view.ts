import { confidences, type Finding, type Language } from '@samenbeeld/schema';
import { folded, list, type Part, paragraph } from './html.ts';
import { labelOf, numberIn } from './labels.ts';
import { words } from './words.ts';

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

function endIn(value: number, unit: string | null, language: Language): string {
  const share = unit?.startsWith('share') ?? false;
  const printed = numberIn(rounded(share ? value * 100 : value), language).replace('-', '−');
  return printed + (share ? ' %' : '');
}

/** "p = 0.38", "p < 0.001". */
export function chanceIn(p: number, language: Language): string {
  if (p < 0.001) return `p < ${numberIn(0.001, language)}`;
  return `p = ${numberIn(Number(p.toPrecision(2)), language)}`;
}

function intervalText(
  { low, high, level }: NonNullable<Finding['interval']>,
  unit: string | null,
  language: Language,
): string {
  const name = `${words.interval[language]} ${numberIn(rounded(level * 100), language)} %`;
  const per = unit === null || unit.startsWith('share') ? '' : ` ${unit}`;
  return `${name}: ${endIn(low, unit, language)} – ${endIn(high, unit, language)}${per}`;
}

function detailLines(details: Finding['details']): readonly string[] {
  return Object.entries(details)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name}: ${typeof value === 'number' ? rounded(value) : value}`);
}

/** The numbers of a finding in one line, with its method and how sure it is. */
export function factsOf(
  { n, p, interval, unit, method, confidence }: Finding,
  language: Language,
): string {
  return [
    `n = ${n}`,
    ...(p === null ? [] : [chanceIn(p, language)]),
    ...(interval === null ? [] : [intervalText(interval, unit, language)]),
    `${words.method[language]}: ${method}`,
    `${words.confidence[language]}: ${labelOf(confidences, confidence, language)}`,
  ].join(' · ');
}

/** A finding as a cell shows it: the sentence, how sure, the method, and what it assumes. */
export function findingParts(finding: Finding, language: Language): readonly Part[] {
  const { says, warnings, assumptions } = finding;
  return [
    paragraph(says[language], 'says'),
    paragraph(factsOf(finding, language), 'quiet'),
    ...(warnings.length > 0
      ? [paragraph(`${words.warnings[language]}: ${warnings.join('; ')}.`, 'quiet')]
      : []),
    {
      ...folded(words.numbers[language], [
        paragraph(finding.definition),
        list([...assumptions.map((one) => `(${one})`), ...detailLines(finding.details)]),
      ]),
      plain: '',
    },
  ];
}
