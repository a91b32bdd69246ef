import {
  inFour,
  inSigns,
  joinWith,
  type Language,
  quoted,
  type Text,
  units,
  unitsOfMetric,
} from '@samenbeeld/schema';
import { thresholds } from '../thresholds.ts';
import { saysTotal } from '../totals/total-words.ts';
import { areCombinations } from './combinations.ts';
import { cellsIn } from './companions.ts';
import { flagsOf } from './flags.ts';
import { isOffence } from './heading-roles.ts';
import { headsKeys } from './heading-words.ts';
import { countWords, isWorth, type Measure, measureOf } from './measures.ts';
import { numberHabit, together } from './number-habit.ts';
import { isBroken } from './number-shape.ts';
import type { ColumnProfile } from './profile-column.ts';
import {
  everyOneHasUnit,
  holdsQuantities,
  labelsOf,
  quantityLabels,
  wordedFigure,
} from './profile-column.ts';
import { saysRunning, strengthAsked } from './restated.ts';
import { multiplierIn, scaleOf } from './scale.ts';
import type { TableView } from './table-view.ts';
import { yearsIn } from './time-shape.ts';
import { ofNoMetric } from './uncounted.ts';
import { currencyOfCountry } from './unit-words.ts';
import { mapped, type WrittenGuess } from './written-guess.ts';

/** Metrics whose figures are whole numbers of things. */
export const counting: ReadonlySet<string> = new Set([
  'offences',
  'suspects',
  'arrests',
  'seizures',
  'population',
  'dwellings',
  'str_reports',
  'str_transactions',
  'unusual_transactions',
  'fiu_files',
]);

/** What a column measures by its heading and the rest of its table, and what must be asked of it. */
interface MeasureHere {
  readonly measure: Measure | null;
  readonly decide: readonly Text[];
}

/** A heading that ends so is of figures per so many inhabitants, where they are no whole numbers. */
const relative = /(?<!\p{L})relati(?:ve|f|ef|v)$|\p{Ll}Relati(?:ve|f|ef|v)$/u;

/** Fewest columns that are asked about as one. */
const fewestFigures = 3;

/** Figures that stand alone under a heading that says nothing of them ("value"), where most are no whole numbers; else null. */
function brokenAlone(figures: readonly { readonly profile: ColumnProfile }[]): TableView['broken'] {
  const [only, ...others] = figures;
  if (!only || others.length > 0 || measureOf(only.profile.heading) !== null) return null;
  const labels = labelsOf(only.profile).slice(0, thresholds.labelsLooked);
  const [example, ...more] = labels.filter(isBroken);
  return example !== undefined && (more.length + 1) * 2 > labels.length
    ? { columns: 1, of: 1, example }
    : null;
}

/**
 * How many columns of figures that are headed as things one counts, or as kinds of offences, hold numbers that are not whole, and one
 * of those; null where they are not most of the figures: what they are is then asked once, and of no heading by itself.
 */
export function mostlyBroken(
  columns: readonly { readonly profile: ColumnProfile }[],
  language: Language,
): TableView['broken'] {
  const figures = columns.filter(({ profile }) => {
    const { cells, percents } = profile.numbers;
    const isTime = [...profile.times.values()].some((n) => n === profile.said);
    const isFull = cells > 0 && cells === profile.said;
    return isFull && percents < cells && !isTime && !headsKeys(profile.heading);
  });
  const broken = figures.flatMap(({ profile }) => {
    const { heading } = profile;
    const measure = measureOf(heading);
    const counts = measure === null ? isOffence(heading, { language }) : isCount(measure);
    const [label] = labelsOf(profile).filter((text) => isBroken(text));
    return counts && label !== undefined ? [label] : [];
  });
  const [example] = broken;
  if (example !== undefined && broken.length >= fewestFigures && broken.length * 2 > figures.length)
    return { columns: broken.length, of: figures.length, example };
  return brokenAlone(figures);
}

/** Whether another column holds drugs, or amounts of them. */
function besideDrugs(own: readonly ColumnProfile[], { columns }: TableView): boolean {
  return columns.some(
    ({ profile: other, meanings: [top] }) =>
      !own.includes(other) &&
      ((top?.concept === 'substance' && top.confidence > thresholds.meaningTells) ||
        measureOf(other.heading)?.set['metric'] === 'quantity'),
  );
}

/** Whether all figures are printed with a percent sign. */
const arePercents = ({ numbers: { cells, percents } }: ColumnProfile): boolean =>
  cells > 0 && percents >= cells;

/** Percentages beside figures that are none are shares or changes of them, whatever their heading says. */
function shareHere(own: readonly ColumnProfile[], { hasFigures }: TableView): Measure | null {
  return hasFigures && own.length > 0 && own.every(arePercents) ? measureOf('%') : null;
}

/** Figures from nought to a hundred, of which some are no whole number. */
function areBroken(own: readonly ColumnProfile[]): boolean {
  return (
    own.length > 0 &&
    own.every(({ least, most }) => least >= 0 && most <= 100) &&
    own.some((profile) => labelsOf(profile).some((text) => isBroken(text)))
  );
}

const hundred = /^100(?:[.,]0{1,2})?(?:\s*%)?$/u;

/** Rows that say that they are totals, and whether a whole column is a hundred: looked for once, for a table may be wide. */
interface Totals {
  readonly rows: readonly number[];
  readonly hasHundreds: boolean;
}

const totalsOf = new WeakMap<TableView['columns'], Totals>();
function totalsIn(columns: TableView['columns']): Totals {
  const known = totalsOf.get(columns);
  if (known) return known;
  const rows = new Set<number>();
  for (const { profile } of columns)
    if (profile.words > 0)
      for (const [row, cell] of cellsIn(profile).entries())
        if (saysTotal(cell ?? '')) rows.add(row);
  const hasHundreds = columns.some(({ profile }) => {
    const cells = labelsOf(profile);
    return profile.said > 1 && cells.length > 0 && cells.every((cell) => hundred.test(cell));
  });
  const found = { rows: [...rows], hasHundreds };
  totalsOf.set(columns, found);
  return found;
}

/** Whether a row or a column that is a total is a hundred: the rest are its parts. */
function addToHundred(own: readonly ColumnProfile[], { columns }: TableView): boolean {
  const { rows, hasHundreds } = totalsIn(columns);
  const isWhole = (profile: ColumnProfile): boolean => {
    const cells = cellsIn(profile);
    return rows.length > 0 && rows.every((row) => hundred.test(cells[row]?.trim() ?? ''));
  };
  return hasHundreds || own.every(isWhole);
}

/** Broken figures up to a hundred that a lone mark over the table, or a total of a hundred, shows to be shares. */
function shareShown(own: readonly ColumnProfile[], view: TableView): Measure | null {
  return areBroken(own) && (view.percents || addToHundred(own, view)) ? measureOf('%') : null;
}

/** Whether a heading says that things are counted, which the heading of their shares may say too. */
const isCount = ({ set }: Measure): boolean =>
  counting.has(set['metric'] ?? '') && set['stat'] === undefined;

/** Fewest headings that begin with one word, beside which a word that is one letter off is a slip. */
const sisters = 3;

/** Whether two words are alike but for one letter that is missing, too many, another, or in the other order. */
function areOneOff(one: string, other: string): boolean {
  const [short = '', long = ''] = [one, other].sort((a, b) => a.length - b.length);
  const at = [...long].findIndex((letter, place) => letter !== short[place]);
  if (at < 0 || long.length - short.length > 1) return false;
  const rest = long.slice(at + 1);
  const isSwapped = short.slice(at, at + 2) === `${long[at + 1] ?? ''}${long[at] ?? ''}`;
  return (
    rest === short.slice(long.length > short.length ? at : at + 1) ||
    (long.length === short.length && isSwapped && long.slice(at + 2) === short.slice(at + 2))
  );
}

const firstWord = (heading: string): string => /^\p{L}{4,}/u.exec(heading.trim())?.[0] ?? '';

/** Words with which several headings of a table begin: looked for once, for a table may be wide. */
const wordsOf = new WeakMap<TableView['columns'], readonly string[]>();
function sharedWords(columns: TableView['columns']): readonly string[] {
  const known = wordsOf.get(columns);
  if (known) return known;
  const counts = new Map<string, number>();
  for (const { profile } of columns) {
    const word = firstWord(profile.heading);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const found = [...counts].flatMap(([word, n]) => (word !== '' && n >= sisters ? [word] : []));
  wordsOf.set(columns, found);
  return found;
}

/** The heading as its sisters are spelt, where its first word is one letter off theirs ("Oper insgesamt" beside "Opfer männlich"). */
function asSisters(name: string, { columns }: TableView): string {
  const own = firstWord(name);
  const shared = own === '' ? [] : sharedWords(columns);
  const like = shared.find((word) => areOneOff(own.toLowerCase(), word.toLowerCase()));
  return like === undefined ? name : name.trim().replace(own, like);
}

/** Measures that are left out as parts of a total beside them. */
const partNames: ReadonlySet<string> = new Set(['age', 'nationality', 'sex']);

/**
 * The headings of a table of which all figures are parts by sex, age or nationality, else none: without a total beside them nothing else holds what they count. One
 * part alone ("non-German suspects") is no count of all.
 */
function onlyParts({ columns }: TableView): readonly string[] {
  const figures = columns.filter(
    ({ profile, meanings: [top] }) =>
      profile.numbers.cells > 0 && ['value', 'arrests', undefined].includes(top?.concept),
  );
  const parts = figures.filter(({ profile }) =>
    partNames.has(measureOf(profile.heading)?.name ?? ''),
  );
  return parts.length > 1 && parts.length === figures.length
    ? parts.map(({ profile }) => profile.heading.replace(/ #\d+$/u, ''))
    : [];
}

const partAsked = (heading: string): Text =>
  inFour(
    '{heading} is een deel, en het geheel staat er niet naast: wat telt het (metric)?',
    '{heading} est une partie, et le total n’est pas à côté : que compte-t-il (metric) ?',
    '{heading} ist ein Teil, und das Ganze steht nicht daneben: was zählt es (metric)?',
    '{heading} is a part, and the whole does not stand beside it: what does it count (metric)?',
    { heading: quoted(heading) },
  );
/** The first year that figures of countries of the euro are in euros without being converted. */
const firstInEuros = 2002;
/** Whether figures are of years in which a country of the euro still paid in a currency of its own, by dates, headings or the name of the file. */
function isBeforeEuros({ columns, years }: TableView): boolean {
  const dated = columns.flatMap(({ profile, meanings: [top] }) =>
    top?.concept === 'period' || top?.concept === 'date' ? labelsOf(profile) : [],
  );
  const named = [...dated, ...columns.map(({ profile }) => profile.heading)].flatMap(yearsIn);
  return [...years, ...named.map(Number)].some((year) => year < firstInEuros);
}

/** A worth in the one currency that title lines name, or in that of the country where they name none; else its unit stays open. */
function worthHere(measure: Measure, view: TableView): Measure {
  const { currencies, country } = view;
  const [titled = null, ...others] = currencies;
  if (others.length > 0) return measure;
  const ownCurrency = country && !isBeforeEuros(view) ? currencyOfCountry(country.country) : null;
  const unit = titled ?? ownCurrency;
  return unit === null ? measure : { ...measure, set: { ...measure.set, unit } };
}

/** Whether a table has what was seized in a column of its own. */
const besideSeized = ({ columns }: TableView): boolean =>
  columns.some(({ profile }) => {
    const measure = measureOf(profile.heading);
    return measure?.set['metric'] === 'assets_seized' && measure.name !== 'frozen';
  });

const apartFromSeized = inFour(
  'bevroren, en apart gezet van wat in beslag werd genomen',
  'gelé, et distingué de ce qui a été saisi',
  'eingefroren und von dem getrennt, was sichergestellt wurde',
  'frozen, and told apart from what was seized',
);

/** Freezing comes before a seizure in one law and is one in another; under sanctions it is neither. */
const frozenAsked = (heading: Text): Text =>
  inFour(
    '{heading} is bevroren: wordt dat hier als beslag geteld (metric assets_seized), is het een stand op een dag (assets_held), of een maatregel zonder beslag (laat het dan weg)?',
    '{heading} est gelé : est-ce compté ici comme une saisie (metric assets_seized), est-ce un état à une date (assets_held), ou une mesure sans saisie (à laisser alors de côté) ?',
    '{heading} ist eingefroren: zählt das hier als Sicherstellung (metric assets_seized), ist es ein Bestand an einem Tag (assets_held), oder eine Maßnahme ohne Beschlag (dann weglassen)?',
    '{heading} is frozen: does it count as seized here (metric assets_seized), is it what is held on a day (assets_held), or a measure without a seizure (then leave it out)?',
    { heading },
  );

/**
 * The measure that a heading names, where the rest of the table does not speak against it: an estimated value is that of drugs beside
 * drugs only, a strength is a purity beside drugs only, and no purity in percent is above 100.
 */
export function measureHere(
  name: string,
  profiles: readonly ColumnProfile[],
  view: TableView,
): MeasureHere {
  const named = measureOf(name);
  const says = (measure: Measure | null): boolean =>
    measure !== null && (measure.ignore !== null || Object.keys(measure.set).length > 0);
  const said =
    (says(named) ? named : (measureOf(asSisters(name, view)) ?? named)) ??
    shareHere(profiles, view);
  // Those in prison are no inhabitants, though both are called a population.
  if (view.subject !== null && said?.set['metric'] === 'population')
    return {
      measure: { name: 'other subject', says: quoted(view.subject), set: {}, ignore: ofNoMetric },
      decide: [],
    };
  const isUnsaid = !says(said);
  const mayBeShare = isUnsaid || said === null ? view.counts : isCount(said);
  const measure = (mayBeShare ? shareShown(profiles, view) : null) ?? said;
  const heading = quoted(name.trim());
  if (measure?.name === 'worth' && !besideDrugs(profiles, view))
    return {
      measure: { ...measure, ignore: null },
      decide: [
        inFour(
          '{heading} is een geschatte waarde: van vermogen dat in beslag is genomen of ontnomen (metric assets_seized of assets_confiscated, met een munt als unit), of geen cijfer voor een beeld?',
          '{heading} est une valeur estimée : d’avoirs saisis ou confisqués (metric assets_seized ou assets_confiscated, avec une monnaie comme unit), ou pas un chiffre pour un tableau ?',
          '{heading} ist ein geschätzter Wert: von sichergestelltem oder eingezogenem Vermögen (metric assets_seized oder assets_confiscated, mit einer Währung als unit), oder keine Zahl für ein Lagebild?',
          '{heading} is an estimated value: of assets seized or confiscated (metric assets_seized or assets_confiscated, with a currency as unit), or no figure of a picture?',
          { heading },
        ),
      ],
    };
  if (measure?.name === 'strength' && !besideDrugs(profiles, view))
    return { measure: null, decide: [] };
  if (measure?.name === 'frozen') {
    const frozen = isWorth(measure, name) ? worthHere(measure, view) : measure;
    return {
      measure: besideSeized(view) ? { ...frozen, ignore: apartFromSeized } : frozen,
      decide: [frozenAsked(heading)],
    };
  }
  if (measure && isWorth(measure, name)) return { measure: worthHere(measure, view), decide: [] };
  const parts = measure && partNames.has(measure.name ?? '') ? onlyParts(view) : [];
  if (measure && parts.length > 0)
    return {
      measure: { ...measure, set: {}, ignore: null },
      decide: areCombinations(parts) ? [] : [partAsked(name.trim())],
    };
  const [own] = profiles;
  if (
    own &&
    (measure?.name === 'share' || (measure?.name === 'strength' && view.record === 'seizure'))
  )
    return { measure, decide: strengthAsked(own, view) };
  const [broken] = profiles
    .flatMap(({ values }) => [...values.keys()])
    .filter((text) => isBroken(text));
  if (measure?.set['metric'] === 'seizures' && broken !== undefined && !countWords.test(name))
    return {
      measure: { name: 'quantity', says: measure.says, set: { metric: 'quantity' }, ignore: null },
      decide: [
        inFour(
          '{heading} bevat {broken}, en een aantal inbeslagnames is geheel: in welke eenheid zijn deze hoeveelheden?',
          '{heading} contient {broken}, et un nombre de saisies est entier : dans quelle unité sont ces quantités ?',
          '{heading} enthält {broken}, und eine Anzahl von Sicherstellungen ist ganz: in welcher Einheit sind diese Mengen?',
          '{heading} holds {broken}, and a number of seizures is whole: in which unit are these amounts?',
          { heading, broken: quoted(broken) },
        ),
      ],
    };
  if (measure && isCount(measure) && broken !== undefined && relative.test(name))
    return { measure: measureOf('rate'), decide: [] };
  if (measure && isCount(measure) && view.broken !== null)
    return { measure: { ...measure, set: {} }, decide: [] };
  if (measure && isCount(measure) && measure.set['metric'] !== 'seizures' && broken !== undefined) {
    const { unit: _, countUnit: __, ...set } = measure.set;
    return {
      measure: { ...measure, set },
      decide: [
        inFour(
          '{heading} bevat {broken}, en een aantal is geheel: zijn dit aandelen (laat ze dan weg), of in welke eenheid (unit) staan ze?',
          '{heading} contient {broken}, et un nombre est entier : s’agit-il de parts (à laisser alors de côté), ou dans quelle unité (unit) sont ces chiffres ?',
          '{heading} enthält {broken}, und eine Anzahl ist ganz: sind das Anteile (dann weglassen), oder in welcher Einheit (unit) stehen sie?',
          '{heading} holds {broken}, and a number of things is whole: are these shares (then leave them out), or in which unit are they?',
          { heading, broken: quoted(broken) },
        ),
      ],
    };
  }
  const above =
    measure?.set['unit'] === 'pct' &&
    profiles
      .flatMap(({ values }) => [...values.keys()])
      .find((text) => Number(text.replace(',', '.')) > 100);
  if (measure && above) {
    const { unit: _, ...set } = measure.set;
    return {
      measure: { ...measure, set },
      decide: [
        inFour(
          '{heading} bevat {above}, meer dan 100 procent: in welke eenheid staan deze cijfers?',
          '{heading} contient {above}, plus de 100 pour cent : dans quelle unité sont ces chiffres ?',
          '{heading} enthält {above}, mehr als 100 Prozent: in welcher Einheit stehen diese Zahlen?',
          '{heading} holds {above}, more than 100 percent: in which unit are these figures?',
          { heading, above: quoted(above) },
        ),
      ],
    };
  }
  return { measure, decide: [] };
}

/** What is asked of figures of which a heading says that they are in thousands or more, where nothing multiplies them yet. */
export function scaleAsked(heading: string): Text | null {
  const scale = scaleOf(heading);
  if (scale === null) return null;
  return inFour(
    '{heading} zegt {scale}: waarmee zijn de cijfers te vermenigvuldigen? Schrijf het als times, of vraag de bron om hele.',
    '{heading} dit {scale} : par quoi faut-il multiplier les chiffres ? Écrivez-le comme times, ou demandez à la source des nombres entiers.',
    '{heading} sagt {scale}: womit sind die Zahlen zu multiplizieren? Als times angeben oder die Quelle um ganze bitten.',
    '{heading} says {scale}: what are the figures to be multiplied by? Write it as times, or ask the source for whole ones.',
    { heading: quoted(heading.trim()), scale: quoted(scale) },
  );
}

/** How exact figures are that were printed in thousands or more: as far as their digits go. */
export function roundedBy(
  { times }: Readonly<Record<string, unknown>>,
  { record }: Pick<TableView, 'record'>,
): { readonly wording?: 'rounded' } {
  return times !== undefined && record === 'observation' ? { wording: 'rounded' } : {};
}

/** How the figures of one or more columns are read: marks, whole numbers, flags. */
export function writeFigures(
  profiles: readonly ColumnProfile[],
  view: TableView,
  metric: string | undefined,
): {
  readonly written: Readonly<Record<string, unknown>>;
  readonly decide: readonly Text[];
  readonly factor: number;
} {
  const counts = metric === undefined ? view.counts : counting.has(metric);
  const one = together(profiles);
  const habits = one && one.said > 0 ? [numberHabit(one, view.habit, counts, view.language)] : [];
  const group = habits.find(({ groupChar }) => groupChar !== null)?.groupChar ?? null;
  const fractions = profiles.some(({ numbers }) => numbers.points > 0);
  const decimal =
    habits.find(({ decimalChar }) => decimalChar !== null)?.decimalChar ??
    (fractions && group !== null ? (group === '.' ? ',' : '.') : null);
  const whole = decimal === null && profiles.every(({ numbers }) => numbers.exponents === 0);
  const seen = new Set(profiles.flatMap(({ numbers }) => [...numbers.flags.keys()]));
  const labels =
    one === null || !holdsQuantities(one, view.language)
      ? []
      : quantityLabels(one, view.language).units;
  const { flags, unknown: all } = flagsOf(seen, view.legend);
  // A unit behind its figure is read with it, and is no mark.
  const unknown = all.filter((flag) => !labels.some((label) => label.endsWith(flag)));
  const said = (flag: string): Text => {
    const text = view.legend.get(flag)?.text;
    const mark = quoted(flag);
    return text === undefined
      ? mark
      : inFour(
          '{mark} ({text}, zoals het bestand zegt)',
          '{mark} ({text}, comme dit le fichier)',
          '{mark} ({text}, wie die Datei sagt)',
          '{mark} ({text}, as the file says)',
          { mark, text: quoted(text) },
        );
  };
  const questions = [...new Set(habits.flatMap(({ question }) => question ?? []))];
  const percents = profiles.some(({ numbers }) => numbers.percents > 0);
  const words = profiles.reduce((sum, { words: cells, worded }) => sum + cells - worded, 0);
  const example = profiles.flatMap(({ values, marks }) =>
    [...values.keys()].filter(
      (text) =>
        /\p{L}{2}/u.test(text) && !marks.has(text) && wordedFigure(text, view.language) === null,
    ),
  )[0];
  const isWorded = one !== null && holdsQuantities(one, view.language);
  const factors = new Set(profiles.map(({ heading }) => multiplierIn(heading)));
  const [times = null] = factors.size === 1 && !isWorded ? factors : [];
  const [scale] =
    times === null ? profiles.flatMap(({ heading }) => scaleAsked(heading) ?? []) : [];
  const decide = [
    ...questions,
    ...(scale ? [scale] : []),
    ...(decimal !== null && decimal === group
      ? [
          inFour(
            'Het decimaalteken en het teken tussen duizendtallen lijken hetzelfde: welk is het?',
            'Le signe décimal et celui entre milliers semblent être le même : lequel est-ce ?',
            'Dezimalzeichen und Zeichen zwischen Tausendern scheinen dasselbe zu sein: welches ist es?',
            'The decimal mark and the group mark seem to be the same: which is it?',
          ),
        ]
      : []),
    ...(unknown.length > 0
      ? [
          inFour(
            'Wat {n:betekent|betekenen} {marks} achter de cijfers?',
            'Que {n:signifie|signifient} {marks} après les chiffres ?',
            'Was {n:bedeutet|bedeuten} {marks} hinter den Zahlen?',
            'What do {marks} behind the figures mean?',
            { marks: joinWith(unknown.map(said), ', '), n: unknown.length },
          ),
        ]
      : []),
    ...(percents
      ? [
          inFour(
            'Sommige cellen zijn percentages: zijn deze cijfers aantallen?',
            'Certaines cellules sont des pourcentages : ces chiffres sont-ils des nombres ?',
            'Einige Zellen sind Prozente: sind diese Zahlen Anzahlen?',
            'Some cells are percentages: are these figures counts?',
          ),
        ]
      : []),
    // "ongeveer 3 ton" is read with its words.
    ...(words > 0 && !(isWorded && example === undefined)
      ? [
          inFour(
            '{words} {words:cel bevat|cellen bevatten} woorden{example}: gevraagd is een cijfer alleen; {words:verbeter die, anders wordt zij|verbeter ze, anders worden ze} geweigerd.',
            '{words} {words:cellule contient|cellules contiennent} des mots{example} : il faut un chiffre seul ; {words:corrigez-la, sinon elle est rejetée|corrigez-les, sinon elles sont rejetées}.',
            '{words} {words:Zelle enthält|Zellen enthalten} Text{example}: verlangt ist eine bloße Zahl; berichtigen, sonst {words:wird sie|werden sie} abgewiesen.',
            '{words} {words:cell holds|cells hold} words{example}: a bare figure is wanted; correct {words:it|them}, or {words:it is|they are} rejected.',
            {
              words,
              example: example ? inSigns(' ({cell})', { cell: quoted(example) }) : '',
            },
          ),
        ]
      : []),
  ];
  return {
    written: {
      as: isWorded ? 'quantity' : whole ? 'integer' : 'number',
      ...(decimal !== null && { decimalChar: decimal }),
      ...(group !== null && group !== decimal && { groupChar: group }),
      ...(times !== null && { times }),
      ...(Object.keys(flags).length > 0 && { flags }),
    },
    decide,
    factor:
      (words > 0 ? 0.95 : 1) *
      (scale ? 0.85 : 1) *
      Math.min(1, ...habits.map(({ confidence }) => Math.max(0.5, confidence + 0.03))),
  };
}

/**
 * What bare figures beside a few with words ("ca. 100") are: as exact as in a column without such cells. Where most
 * have words, or one a unit ("1,7 ton"), their own digits say it.
 */
export function exactBeside(
  profiles: readonly ColumnProfile[],
  view: TableView,
): { readonly wording?: 'exact' } {
  const all = profiles.map((profile) => quantityLabels(profile, view.language));
  const told = all.reduce((sum, each) => sum + each.told, 0);
  const bare = all.reduce((sum, each) => sum + each.bare.length, 0);
  return view.record === 'observation' && told > 0 && told < bare ? { wording: 'exact' } : {};
}

function marksOf({
  decimalChar,
  groupChar,
  flags,
}: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return {
    ...(decimalChar !== undefined && { decimalChar }),
    ...(groupChar !== undefined && { groupChar }),
    ...(flags !== undefined && { flags }),
  };
}

/** Units of amounts, which nothing else is counted in. */
const ofAmounts: ReadonlySet<string> = new Set(
  unitsOfMetric('quantity').filter((unit) => !unitsOfMetric('offences').includes(unit)),
);

/** What figures measure by the units behind them: amounts, or reports; null where they may be several things. */
function toldByUnits(
  figures: readonly string[],
  language: TableView['language'],
): {
  readonly set: Readonly<Record<string, string>>;
  readonly decide: readonly Text[];
} | null {
  const codes = figures.map((text) => wordedFigure(text, language)?.unit ?? '');
  if (codes.every((code) => ofAmounts.has(code)))
    return { set: { metric: 'quantity' }, decide: [] };
  return codes.every((code) => code === 'report')
    ? {
        set: { metric: 'str_reports', countUnit: 'report' },
        decide: [
          inFour(
            'Zijn dit ({cell}) meldingen bij een financiële inlichtingeneenheid (metric str_reports), of andere?',
            'S’agit-il ({cell}) de déclarations à une cellule de renseignement financier (metric str_reports), ou d’autres ?',
            'Sind das ({cell}) Meldungen an eine zentrale Meldestelle (metric str_reports) oder andere?',
            'Are these ({cell}) reports to a financial intelligence unit (metric str_reports), or others?',
            { cell: quoted(figures[0] ?? '') },
          ),
        ],
      }
    : null;
}

/** Whether a figure stands with a unit that converts into that of its column. */
function fits(text: string, unit: string, { language }: TableView): boolean {
  const own = wordedFigure(text, language)?.unit;
  return !own || !units.has(unit) || units.get(own).base === units.get(unit).base;
}

/** A column of figures with words or a unit. */
function writeQuantity(profile: ColumnProfile, view: TableView, to: string): WrittenGuess {
  const { measure, decide: asked } = measureHere(profile.heading, [profile], view);
  const figures = writeFigures([profile], view, measure?.set['metric']);
  const { units: behind, worded, bare } = quantityLabels(profile, view.language);
  const [example] = worded;
  const everyUnit = everyOneHasUnit(profile, view.language);
  const { unit } = measure?.set ?? {};
  const set =
    view.record === 'observation'
      ? (measure?.set ?? {})
      : measure?.set['metric'] === 'quantity' && unit
        ? { unit }
        : {};
  const hasOwn = behind.length > 0 && (bare.length === 0 || !set['unit']);
  const isMeasured = view.record === 'observation' && hasOwn;
  const told = isMeasured ? toldByUnits(behind, view.language) : null;
  const { unit: _, ...named } = isMeasured ? (measure?.set ?? {}) : {};
  const own = hasOwn ? { ...told?.set, ...named } : { ...set, ...exactBeside([profile], view) };
  const misfit = hasOwn || !unit ? undefined : behind.find((text) => !fits(text, unit, view));
  return {
    to,
    written: {
      to,
      as: 'quantity',
      ...marksOf(figures.written),
      ...(Object.keys(own).length > 0 && { set: own }),
    },
    crosswalks: [],
    decide: [
      ...asked,
      ...figures.decide,
      ...(named['metric'] === undefined ? (told?.decide ?? []) : []),
      ...(misfit !== undefined
        ? [
            inFour(
              '{misfit} staat in een kolom die in {unit} telt: wat is het? Anders wordt de cel geweigerd.',
              '{misfit} est dans une colonne comptée en {unit} : qu’est-ce ? Sinon, la cellule est rejetée.',
              '{misfit} steht in einer Spalte, die in {unit} zählt: was ist es? Sonst wird die Zelle abgewiesen.',
              '{misfit} stands in a column that counts in {unit}: what is it? Otherwise the cell is rejected.',
              { misfit: quoted(misfit), unit: units.get(unit ?? '').plural },
            ),
          ]
        : !hasOwn || everyUnit || bare.length === 0
          ? []
          : [
              inFour(
                'Sommige cijfers staan met een eenheid ({behind}) en andere zonder ({bare}): wat is de eenheid waar er geen staat?',
                'Certains chiffres ont une unité ({behind}) et d’autres non ({bare}) : quelle est l’unité là où aucune n’est écrite ?',
                'Einige Zahlen stehen mit Einheit ({behind}) und andere ohne ({bare}): welche Einheit gilt, wo keine steht?',
                'Some figures stand with a unit ({behind}) and some without ({bare}): what is the unit where none is written?',
                { behind: quoted(behind[0] ?? ''), bare: quoted(bare[0] ?? '') },
              ),
            ]),
      ...(example !== undefined && view.record === 'seizure'
        ? [
            inFour(
              'Sommige cijfers zijn verwoord ({example}): de inbeslagname blijft als geschat staan, met de woorden in haar opmerking. Moet het cijfer zo tellen?',
              'Certains chiffres sont en mots ({example}) : la saisie est gardée comme estimée, avec les mots en note. Faut-il compter ainsi le chiffre ?',
              'Einige Zahlen stehen in einem Text ({example}): die Sicherstellung bleibt als geschätzt stehen, mit dem Wortlaut im Vermerk. Soll die Zahl so zählen?',
              'Some figures are worded ({example}): the seizure is kept as estimated, with the words in its note. Is the figure to be counted so?',
              { example: quoted(example) },
            ),
          ]
        : []),
    ],
    factor:
      (everyUnit ? 0.98 : hasOwn ? 0.9 : 0.95) *
      (misfit === undefined ? 1 : 0.7) *
      (figures.decide.length > 0 ? figures.factor : 1) *
      (asked.length > 0 ? 0.7 : 1),
    why:
      example === undefined
        ? inFour(
            'cijfers met woorden of een eenheid',
            'chiffres avec des mots ou une unité',
            'Zahlen mit Text oder einer Einheit',
            'figures with words or a unit',
          )
        : inFour(
            '{n} van de labels {n:is een cijfer|zijn cijfers} met woorden, zoals {example}, die als bewoording blijven',
            '{n} de ses libellés {n:est un chiffre|sont des chiffres} avec des mots, comme {example}, gardés comme formulation',
            '{n} seiner Bezeichnungen {n:ist eine Zahl|sind Zahlen} mit Text, etwa {example}, die als Formulierung bleiben',
            '{n} of its labels are figures with words, such as {example}, which are kept as their wording',
            { n: worded.length, example: quoted(example) },
          ),
  };
}

const runningAsked = (heading: string): Text =>
  inFour(
    '{heading} lijkt een lopend totaal: elke rij bevat dan de vorige, en opgeteld telt alles dubbel. Is dat zo, laat dan alleen de laatste stand van elk jaar staan.',
    '{heading} semble être un cumul : chaque ligne contient alors la précédente, et leur somme compterait tout deux fois. Si c’est le cas, ne gardez que le dernier état de chaque année.',
    '{heading} scheint eine laufende Summe zu sein: jede Zeile enthält dann die vorige, und addiert zählt alles doppelt. Ist es so, nur den letzten Stand jedes Jahres stehen lassen.',
    '{heading} seems to be a running total: each row then holds the one before, and added up all counts twice. Where it is, keep only the last state of each year.',
    { heading: quoted(heading) },
  );

/** A column of figures: the value of its rows, with what its heading says it measures; or left out as derived. */
export function writeValue(profile: ColumnProfile, view: TableView): WrittenGuess {
  const { measure, decide } = measureHere(profile.heading, [profile], view);
  const asked = [
    ...decide,
    ...(saysRunning(profile.heading) ? [runningAsked(profile.heading)] : []),
  ];
  const to = view.record === 'seizure' ? 'quantity' : 'value';
  if (measure?.ignore && view.record === 'observation')
    return {
      to: null,
      written: { ignore: measure.ignore, screen: false },
      crosswalks: [],
      decide,
      factor: 1,
      why: null,
    };
  const metric = measure?.set['metric'];
  if (view.record === 'seizure' && metric === 'arrests')
    return mapped({ to: 'arrests', as: 'integer' });
  if (view.record === 'seizure' && metric !== undefined && metric !== 'quantity')
    return {
      to: null,
      written: {
        ignore: inFour(
          '{says}: geen veld van een inbeslagname bevat het',
          '{says} : aucun champ d’une saisie ne le contient',
          '{says}: kein Feld einer Sicherstellung enthält es',
          '{says}, which no field of a seizure holds',
          { says: measure?.says ?? '' },
        ),
        screen: false,
      },
      crosswalks: [],
      decide,
      factor: 1,
      why: null,
    };
  if (holdsQuantities(profile, view.language)) return writeQuantity(profile, view, to);
  const figures = writeFigures([profile], view, measure?.set['metric']);
  const set = view.record === 'seizure' ? {} : (measure?.set ?? {});
  const { unit } = measure?.set ?? {};
  const own =
    view.record === 'seizure' && unit && measure?.set['metric'] === 'quantity'
      ? { unit }
      : { ...set, ...roundedBy(figures.written, view) };
  const written = { to, ...figures.written, ...(Object.keys(own).length > 0 && { set: own }) };
  return {
    to,
    written,
    crosswalks: [],
    decide: [...asked, ...figures.decide],
    factor: figures.factor * (asked.length > 0 ? 0.7 : 1),
    why:
      measure && measure.name !== 'quantity'
        ? inFour('het meet: {what}', 'mesure : {what}', 'gemessen: {what}', 'it measures {what}', {
            what: measure.says,
          })
        : null,
  };
}
