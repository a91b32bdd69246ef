import { type Block, table } from '@samenbeeld/page';
import { type Finding, type Language, ownValue, pValue, type Text } from '@samenbeeld/schema';
import type { TrendAdvice } from '@samenbeeld/trends';
import { findingBlocks } from './finding-view.ts';
import { words } from './words.ts';

const text = (nl: string, fr: string, de: string, en: string): Text => ({ nl, fr, de, en });

/** What a verdict says, in a cell of a table. `{at}` stands for the periods found. */
const outcomes: Readonly<Record<string, Text>> = {
  rising: text('stijging', 'hausse', 'Anstieg', 'rise'),
  falling: text('daling', 'baisse', 'Rückgang', 'fall'),
  not_shown: text(
    'geen trend aantoonbaar',
    'aucune tendance démontrable',
    'kein Trend nachweisbar',
    'no trend can be shown',
  ),
  no_conclusion: text(
    'geen conclusie mogelijk',
    'aucune conclusion possible',
    'keine Aussage möglich',
    'no conclusion possible',
  ),
  'joinpoint turns': text('omslag in {at}', 'tournant en {at}', 'Wende {at}', 'turn in {at}'),
  'joinpoint untested': text(
    'mogelijk een omslag in {at}, niet getoetst',
    'peut-être un tournant en {at}, non testé',
    'möglicherweise eine Wende {at}, nicht geprüft',
    'perhaps a turn in {at}, not tested',
  ),
  'joinpoint disputed': text(
    'de criteria verschillen',
    'les critères divergent',
    'die Kriterien widersprechen sich',
    'the criteria disagree',
  ),
  'joinpoint not_shown': text(
    'geen omslag aantoonbaar',
    'aucun tournant démontrable',
    'keine Wende nachweisbar',
    'no turn can be shown',
  ),
  'change_points break': text(
    'breuk vanaf {at}, een voorstel',
    'rupture à partir de {at}, une suggestion',
    'Bruch ab {at}, ein Vorschlag',
    'break from {at}, a suggestion',
  ),
  'change_points moved': text(
    'geleidelijke verandering, geen breuk',
    'évolution graduelle, pas de rupture',
    'allmähliche Veränderung, kein Bruch',
    'gradual change, no break',
  ),
  'change_points not_shown': text(
    'geen breuk aantoonbaar',
    'aucune rupture démontrable',
    'kein Bruch nachweisbar',
    'no break can be shown',
  ),
};

/** What a method found, in a few words: "no trend can be shown (p = 0.381)". */
function outcomeOf({ kind, details, p }: Finding, language: Language): string {
  const untested = details['verdict'] === 'turns' && details['byPermutation'] === null;
  const verdict = untested ? 'untested' : String(details['verdict']);
  const found = outcomes[`${kind} ${verdict}`] ?? ownValue(outcomes, verdict);
  if (!found) return verdict;
  const at = String(details['joinpoints'] ?? details['suggested'] ?? '').replaceAll(' ', ', ');
  const said = found[language].replace('{at}', at);
  return p === null ? said : `${said} (${pValue(p, language)})`;
}

/** Advice as a cell shows it: the finding, then each method with what it says, or why it does not apply. */
export function adviceBlocks(advice: TrendAdvice, language: Language): readonly Block[] {
  const { method, details } = advice.trend;
  // The table names the methods that were considered, and the trend has the numbers behind the verdict.
  const whole = { ...advice, method, details: { ...details, ...advice.details } };
  const named = advice.methods.find(({ finding }) => finding?.method === method)?.label;
  const [says, ...rest] = findingBlocks(whole, language, named);
  const methods = table(
    words.methods,
    [
      ['label', words.method],
      ['words', words.saysIt],
      ['words', words.why],
    ],
    advice.methods.map(({ label, finding, why }) => [
      label,
      finding ? outcomeOf(finding, language) : words.notUsed,
      why,
    ]),
  );
  return [...(says ? [says] : []), methods, ...rest];
}
