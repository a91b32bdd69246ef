import { confidences, type Finding, type Language } from '@samenbeeld/schema';
import { folded, list, type Part, paragraph } from './html.ts';
import { labelOf, numberIn } from './labels.ts';
import { words } from './words.ts';

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

function detailLines(details: Finding['details']): readonly string[] {
  return Object.entries(details)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name}: ${typeof value === 'number' ? rounded(value) : value}`);
}

/** A finding as a cell shows it: the sentence, how sure, the method, and what it assumes. */
export function findingParts(finding: Finding, language: Language): readonly Part[] {
  const { says, n, p, interval, method, confidence, unit, warnings, assumptions } = finding;
  const facts = [
    `n = ${n}`,
    ...(p === null ? [] : [`p = ${rounded(p)}`]),
    ...(interval === null
      ? []
      : [
          `${words.interval[language]} ${interval.level * 100} %: ${numberIn(rounded(interval.low), language)} – ${numberIn(rounded(interval.high), language)}${unit === null || unit === 'share' ? '' : ` ${unit}`}`,
        ]),
    `${words.method[language]}: ${method}`,
    labelOf(confidences, confidence, language),
  ];
  return [
    paragraph(says[language], 'says'),
    paragraph(facts.join(' · '), 'quiet'),
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
