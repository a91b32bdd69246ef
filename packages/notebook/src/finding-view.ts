import { confidences, type Finding, type Language } from '@samenbeeld/schema';
import { folded, list, type Part, paragraph } from './html.ts';
import { labelOf, numberIn } from './labels.ts';
import { words } from './words.ts';

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

function endIn(value: number, unit: string | null, language: Language): string {
  const share = unit?.startsWith('share') ?? false;
  return numberIn(rounded(share ? value * 100 : value), language) + (share ? ' %' : '');
}

function intervalText(
  { low, high, level }: NonNullable<Finding['interval']>,
  unit: string | null,
  language: Language,
): string {
  const name = `${words.interval[language]} ${level * 100} %`;
  const per = unit === null || unit.startsWith('share') ? '' : ` ${unit}`;
  return `${name}: ${endIn(low, unit, language)} – ${endIn(high, unit, language)}${per}`;
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
    ...(interval === null ? [] : [intervalText(interval, unit, language)]),
    `${words.method[language]}: ${method}`,
    `${words.confidence[language]}: ${labelOf(confidences, confidence, language)}`,
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
