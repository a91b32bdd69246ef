import { type Assumed, sourceOf } from '@samenbeeld/money';
import type { Why } from '@samenbeeld/page';
import { inEach, type Text } from '@samenbeeld/schema';
import { coloned, plain, text } from '../text.ts';
import { distributionText } from './distribution-text.ts';
import type { MoneyAnswer } from './money-analysis.ts';
import { rowEvidence } from './money-evidence.ts';
import type { MoneyInput } from './money-input.ts';
import type { ResolvedQuestion } from './resolve-question.ts';

/** Which answer of a question a panel stands behind. */
export type AnswerKind = 'value' | 'revenue' | 'retail';

/** One number in a line: id, what it is, how it is spread, year, grade and source. */
export function inputLine({ assumed, grade }: MoneyInput): Text {
  const { id, label, unit, distribution, year } = assumed;
  const source = sourceOf(assumed);
  return text(
    '{id}: {what}: {numbers}. Jaar: {year}. Betrouwbaarheid {grade}. Bron: {source}.',
    '{id} : {what} : {numbers}. Année : {year}. Fiabilité {grade}. Source : {source}.',
    '{id}: {what}: {numbers}. Jahr: {year}. Verlässlichkeit {grade}. Quelle: {source}.',
    '{id}: {what}: {numbers}. Year: {year}. Grade {grade}. Source: {source}.',
    {
      id,
      what: label,
      numbers: distributionText(distribution, unit),
      year: year === null ? '–' : String(year),
      grade,
      source: inEach((language) => source[language].replace(/\.$/, '')),
    },
  );
}

/** The panel behind one number: how it is spread and the cells it was read from. */
export function whyInput(input: MoneyInput): Why {
  return {
    key: `number ${input.assumed.id}`,
    title: coloned(plain(input.assumed.id), input.assumed.label),
    says: [inputLine(input)],
    evidence: input.rows.map((row) => rowEvidence(row, 'governing')),
  };
}

function inputsOf(question: ResolvedQuestion, kind: AnswerKind): readonly MoneyInput[] {
  const { quantity, wholesale, retail, purity, loss } = question;
  const price: MoneyInput<Assumed> = kind === 'retail' && retail ? retail : wholesale;
  if (kind === 'value') return [quantity, price];
  const cut = kind === 'retail' && purity ? [purity.seized, purity.sold] : [];
  return [quantity, price, ...cut, ...(loss ? [loss] : [])];
}

const formulas: Readonly<Record<AnswerKind, Text>> = {
  value: text(
    'Waarde = in beslag genomen kilo’s × groothandelsprijs per kilo. Het bereik bevat negen van tien trekkingen.',
    'Valeur = kilos saisis × prix de gros au kilo. La fourchette contient neuf tirages sur dix.',
    'Wert = sichergestellte Kilogramm × Großhandelspreis je Kilogramm. Die Spanne enthält neun von zehn Ziehungen.',
    'Value = kilograms seized × wholesale price per kilogram. The range holds nine of ten draws.',
  ),
  revenue: text(
    'Omzet = in beslag genomen kilo’s × (1 − r)/r × (1 − verlies) × groothandelsprijs, bij een aangenomen onderschept deel r. Niemand heeft r gemeten.',
    'Chiffre d’affaires = kilos saisis × (1 − r)/r × (1 − perte) × prix de gros, pour une part interceptée supposée r. Personne n’a mesuré r.',
    'Umsatz = sichergestellte Kilogramm × (1 − r)/r × (1 − Verlust) × Großhandelspreis, bei einem angenommenen abgefangenen Anteil r. Niemand hat r gemessen.',
    'Revenue = kilograms seized × (1 − r)/r × (1 − loss) × wholesale price, at an assumed intercepted share r. Nobody has measured r.',
  ),
  retail: text(
    'Omzet = in beslag genomen kilo’s × (1 − r)/r × (1 − verlies) × zuiverheid bij beslag / zuiverheid op straat × straatprijs, bij een aangenomen onderschept deel r. Niemand heeft r gemeten.',
    'Chiffre d’affaires = kilos saisis × (1 − r)/r × (1 − perte) × pureté à la saisie / pureté dans la rue × prix de détail, pour une part interceptée supposée r. Personne n’a mesuré r.',
    'Umsatz = sichergestellte Kilogramm × (1 − r)/r × (1 − Verlust) × Reinheit bei Sicherstellung / Reinheit im Straßenhandel × Straßenpreis, bei einem angenommenen abgefangenen Anteil r. Niemand hat r gemessen.',
    'Revenue = kilograms seized × (1 − r)/r × (1 − loss) × purity seized / purity sold × street price, at an assumed intercepted share r. Nobody has measured r.',
  ),
};

const titles: Readonly<Record<AnswerKind, Text>> = {
  value: text('waarde', 'valeur', 'Wert', 'value'),
  revenue: text(
    'omzet, groothandel',
    'chiffre d’affaires, gros',
    'Umsatz, Großhandel',
    'revenue, wholesale',
  ),
  retail: text(
    'omzet, straat',
    'chiffre d’affaires, détail',
    'Umsatz, Straßenhandel',
    'revenue, retail',
  ),
};

/** The panel behind a euro range: the formula, every number that enters with its grade, the draws, and the cells. */
export function whyAnswer({ question, answer }: MoneyAnswer, kind: AnswerKind): Why {
  const inputs = inputsOf(question, kind);
  const { draws, seed } = answer.value.simulation;
  return {
    key: `${kind} ${question.id}`,
    title: coloned(question.label, titles[kind]),
    says: [
      formulas[kind],
      ...inputs.map(inputLine),
      ...(question.floor ? [question.floor] : []),
      text(
        'Monte Carlo met {draws} trekkingen, seed {seed}; de getallen zijn onafhankelijk van elkaar getrokken.',
        'Monte-Carlo, {draws} tirages, graine {seed} ; les nombres sont tirés indépendamment les uns des autres.',
        'Monte Carlo mit {draws} Ziehungen, Startwert {seed}; die Zahlen sind unabhängig voneinander gezogen.',
        'Monte Carlo with {draws} draws, seed {seed}; the numbers are drawn independently of each other.',
        { draws, seed },
      ),
    ],
    evidence: inputs.flatMap(({ rows }) => rows.map((row) => rowEvidence(row))),
  };
}
