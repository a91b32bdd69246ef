import { inFour, quoted, type Text } from '@samenbeeld/schema';
import {
  type ColumnGuess,
  type Evidence,
  type GivesWay,
  plainQuestion,
  type Reading,
  reading,
} from '../column.ts';
import type { Alternative } from '../guess.ts';
import { alike, clauses } from '../quoted.ts';
import { thresholds } from '../thresholds.ts';
import { saysTotal } from '../totals/total-words.ts';
import { isOne, keptWords, type Written } from '../written.ts';
import { dependence } from './companions.ts';
import { areFigures, cellsAre } from './content-evidence.ts';
import { headsKeys } from './heading-words.ts';
import type { KnownHeading } from './known-headings.ts';
import { countryLists } from './label-shapes.ts';
import { measureOf } from './measures.ts';
import { findPersonal, type PersonalFinding, samplesOf } from './personal.ts';
import { holdsQuantities, labelsOf, shareOf } from './profile-column.ts';
import type { TableView } from './table-view.ts';
import { isPartOfYear, isPeriod } from './time-shape.ts';
import { drugOfHeading } from './title-words.ts';
import { asInSource, headingSays, isWordedOffence, type Weighed } from './weigh.ts';
import { writeColumn } from './write-column.ts';
import { countsWithin, headsPartOfYear } from './write-time.ts';
import { measureHere } from './write-value.ts';
import { ignored, mapped, type WrittenGuess } from './written-guess.ts';

const round = (value: number): number => Math.round(Math.max(0, Math.min(0.99, value)) * 100) / 100;

/** Other meanings of a column, likeliest first. */
function alternativeGuesses(
  meanings: readonly Weighed[],
  column: Evidence,
  view: TableView,
): ColumnGuess['alternatives'] {
  const { profile } = column;
  // Another reading shows its form; its crosswalk is written when a person takes it.
  const sketch = {
    ...profile,
    values: new Map([...profile.values].slice(0, thresholds.labelsSketched)),
  };
  return meanings
    .filter(({ confidence }) => confidence >= thresholds.alternative)
    .slice(0, 4)
    .flatMap(
      (
        meaning,
      ): readonly Alternative<{ readonly to: string | null; readonly written: Written }>[] => {
        const other = writeColumn(meaning.concept, sketch, view);
        if (!other?.written) return [];
        return [
          {
            value: { to: other.to, written: other.written },
            confidence: meaning.confidence,
            reason: meaning.reason,
          },
        ];
      },
    )
    .filter(({ value }, at, all) => all.findIndex((each) => each.value.to === value.to) === at);
}

/** A column that is likely left out rightly, or kept as words, is no question: nothing that is counted depends on it. */
function isSettled({ to, written }: WrittenGuess, confidence: number): boolean {
  return (
    written !== null &&
    confidence >= thresholds.meaningLikely &&
    (to === null || (isOne(written) && keptWords.has(to)))
  );
}

/** One meaning as a guess: its confidence after what the writing leaves open, and a question wherever it is not sure. */
function assemble(
  column: Evidence,
  guess: WrittenGuess,
  confidence: number,
  why: Text,
  alternatives: ColumnGuess['alternatives'],
  samples: readonly string[],
): Reading {
  const { profile } = column;
  const likely = round(confidence * guess.factor);
  const certain =
    guess.proven && likely >= thresholds.meaningLikely
      ? Math.max(likely, thresholds.taken)
      : likely;
  const isClear =
    guess.decide.length > 0 || certain >= thresholds.taken || isSettled(guess, certain);
  const leftOut = inFour(
    'Wordt {heading} terecht weggelaten?',
    '{heading} est-il laissé de côté à raison ?',
    'Wird {heading} zu Recht weggelassen?',
    'Is {heading} rightly left out?',
    { heading: quoted(profile.heading) },
  );
  return reading({
    ...guess,
    confidence: certain,
    reason: clauses([why, guess.why]),
    alternatives: [...(guess.alternatives ?? []), ...alternatives].filter(
      ({ value }, at, all) => all.findIndex((each) => each.value.to === value.to) === at,
    ),
    plain: isClear || guess.to === null ? null : plainQuestion(profile.heading, guess.to),
    decide: isClear || guess.to !== null ? guess.decide : [leftOut],
    samples,
  });
}

const noValues = inFour(
  'geen enkele rij heeft een waarde',
  'aucune ligne n’a de valeur',
  'keine Zeile hat einen Wert',
  'no row holds a value',
);

const releases =
  /embargo|vrijgave|vrijgegeven|sperrvermerk|freigabe|veröffentlich|diffusion|release|openbaar|publication/iu;

/** What words in a column of releases stand for: what is internal stays within the office, as under embargo. */
const releaseWords: readonly (readonly [words: RegExp, restriction: string])[] = [
  [/geheim|secret|secrète/iu, 'secret'],
  [
    /embargo|gesperrt|sperre|intern|vertrouwelijk|vertraulich|confiden|beperkt|restreint|restricted|niet|non|nicht|not/iu,
    'embargo',
  ],
  [/openbaar|vrij|publi|libre|frei|öffentlich|open|free/iu, 'none'],
];

/** A column that says which finds may be published: its words as codes, and a question in any case; null for another. */
function releaseGuess({ profile }: Evidence, { record }: TableView): WrittenGuess | null {
  const labels = labelsOf(profile);
  const codes = labels.flatMap((label): (readonly [string, string])[] => {
    const found = releaseWords.find(([words]) => words.test(label));
    return found ? [[label, found[1]]] : [];
  });
  const isRelease =
    releases.test(profile.heading) || labels.some((label) => /^embargo$/iu.test(label.trim()));
  if (record !== 'seizure' || !isRelease || codes.length === 0) return null;
  return mapped({ to: 'publicationRestriction', codes: Object.fromEntries(codes) }, [
    inFour(
      'Zegt {heading} welke vangsten naar buiten mogen? Geef elk woord none, embargo of secret; een lege cel is none. Wie de kolom weglaat, geeft ook vrij wat onder embargo is.',
      '{heading} dit-il quelles saisies peuvent être diffusées ? Donnez à chaque mot none, embargo ou secret ; une cellule vide est none. Laisser la colonne de côté, c’est diffuser aussi ce qui est sous embargo.',
      'Sagt {heading}, welche Funde nach außen dürfen? Jedem Wort none, embargo oder secret geben; eine leere Zelle ist none. Wer die Spalte weglässt, gibt auch Gesperrtes frei.',
      'Does {heading} say which finds may be published? Give each word none, embargo or secret; an empty cell is none. Leaving the column out also releases what is under embargo.',
      { heading: quoted(profile.heading) },
    ),
  ]);
}

/** A column of which nothing could be concluded: a question, never a guess. */
function unknown(
  column: Evidence,
  view: TableView,
  alternatives: ColumnGuess['alternatives'],
  samples: readonly string[],
): Reading {
  const { profile } = column;
  const [first] = column.meanings;
  const empty =
    profile.filled === 0 && first?.heading ? writeColumn(first.concept, profile, view) : null;
  if (empty?.written)
    return {
      ...assemble(
        column,
        empty,
        (first?.heading?.score ?? 0) * 0.8,
        clauses([first?.reason, noValues]),
        alternatives,
        samples,
      ),
      plain: null,
      decide: [],
    };
  if (profile.filled === 0) {
    const guess = ignored(
      inFour(
        'leeg in dit bestand',
        'vide dans ce fichier',
        'leer in dieser Datei',
        'empty in this file',
      ),
    );
    return assemble(column, guess, 0.5, noValues, alternatives, samples);
  }
  const release = releaseGuess(column, view);
  if (release)
    return assemble(
      column,
      release,
      0.5,
      inFour(
        'kop of cellen spreken van vrijgave',
        'l’en-tête ou les cellules parlent de diffusion',
        'Überschrift oder Zellen sprechen von Freigabe',
        'the heading or the cells speak of release',
      ),
      alternatives,
      samples,
    );
  return {
    ...assemble(
      column,
      { to: null, written: null, crosswalks: [], decide: [], factor: 1, why: null },
      0.2,
      inFour(
        'kop noch cellen zeggen wat het is',
        'ni l’en-tête ni les cellules ne disent ce que c’est',
        'weder Überschrift noch Zellen sagen, was es ist',
        'neither the heading nor the cells say what it is',
      ),
      alternatives,
      samples,
    ),
    decide: [whatIs(profile.heading)],
  };
}

/** What is asked of a column of which nothing is known. */
export function whatIs(heading: string): Text {
  return inFour(
    'Wat is {heading}? Wijs er een veld aan toe, of laat het met een reden weg.',
    'Qu’est-ce que {heading} ? Attribuez-lui un champ, ou laissez-le de côté avec une raison.',
    'Was ist {heading}? Einem Feld zuordnen oder mit einem Grund weglassen.',
    'What is {heading}? Map it, or leave it out with a reason.',
    { heading: quoted(heading) },
  );
}

/** A column of figures whose heading names a measure, whatever else it might be. */
function measureGuess(
  { profile, meanings }: Evidence,
  view: TableView,
  hasFold: boolean,
): { readonly guess: WrittenGuess; readonly confidence: number; readonly reason: Text } | null {
  const numeric = shareOf(profile, profile.numbers.cells) >= thresholds.mostlyFigures;
  const { measure, decide } = measureHere(profile.heading, [profile], view);
  const [top] = meanings;
  const otherwise =
    top && top.concept !== 'value' && (top.heading?.score ?? 0) >= thresholds.headingTells;

  // Several words under it are labels that tell rows apart, and no figures that can be left out.
  const areLabels = profile.words > 0 && labelsOf(profile).length > 1;
  if (measure?.ignore && !otherwise && !numeric && profile.filled > 0 && !areLabels)
    return {
      guess: ignored(measure.ignore, decide, false),
      confidence: 0.9,
      reason: headingSays(measure.says),
    };
  if (
    !(numeric || (profile.said === 0 && profile.filled > 0)) ||
    (!measure?.ignore && holdsQuantities(profile, view.language))
  )
    return null;
  // "CD_CRIME_CAT": codes of what is measured are no figures of it.
  if (!measure || (measure.ignore === null && headsKeys(profile.heading))) return null;
  const named = meanings.find(
    ({ concept }) =>
      (concept === 'arrests' &&
        (view.record === 'seizure' || measure.set['metric'] !== 'arrests')) ||
      concept === 'period' ||
      concept === 'date',
  );
  if (named && (named.heading?.score ?? 0) >= (measure.ignore ? 0.8 : 0.6)) return null;
  const counted = cellsAre(profile.numbers.cells, profile.said, areFigures);
  const said = clauses([headingSays(measure.says), counted]);
  if (measure.ignore) {
    const guess = ignored(measure.ignore, decide, false);
    return { guess, confidence: 0.93, reason: said };
  }
  const other =
    view.columns.some(
      ({ profile: each, meanings: [top] }) =>
        each !== profile &&
        top?.concept === 'value' &&
        measureOf(each.heading)?.name !== 'population' &&
        measureOf(each.heading)?.name !== 'dwellings' &&
        measureOf(each.heading)?.ignore === undefined,
    ) || hasFold;
  const base = measure.name === 'population' || measure.name === 'dwellings';
  const crime = view.columns.some(
    ({ profile: each, meanings: [top] }) =>
      measureOf(each.heading)?.name === 'offences' ||
      (top &&
        ['offence', 'offenceKey', 'substance'].includes(top.concept) &&
        top.confidence > thresholds.meaningTells),
  );
  if (base && (other || crime)) {
    const reason =
      measure.name === 'population'
        ? inFour(
            'de bevolking, herhaald op elke rij; daarvoor geldt een bron van de bevolking',
            'la population, répétée sur chaque ligne ; une source de population fait foi',
            'die Bevölkerung, in jeder Zeile wiederholt; maßgeblich ist eine Quelle der Bevölkerung',
            'the population, repeated in each row; a population source governs',
          )
        : inFour(
            'de woningen, herhaald op elke rij',
            'les logements, répétés sur chaque ligne',
            'die Wohnungen, in jeder Zeile wiederholt',
            'the dwellings, repeated in each row',
          );
    return {
      guess: ignored(reason, [], false),
      confidence: 0.92,
      reason: inFour(
        '{heading}, naast andere cijfers',
        '{heading}, à côté d’autres chiffres',
        '{heading}, neben anderen Zahlen',
        '{heading}, beside other figures',
        { heading: headingSays(measure.says) },
      ),
    };
  }
  const guess = writeColumn('value', profile, view);
  return guess ? { guess, confidence: 0.95, reason: said } : null;
}

const countWord = /^(?:aantal|nombre|anzahl|number|nb|nbre|count)(?!\p{L})/iu;

/**
 * What the rest of the table settles: a column that is the verified sum of others, headed by a drug, or the only one of figures and headed
 * as a number, holds them; words headed as offences beside their number are their kinds, and so are the only words in a table that counts offences,
 * where some are worded so. Codes whose labels name drugs are those of drugs.
 */
function tellsByTable({ profile, meanings: [top] }: Evidence, view: TableView): boolean {
  if (top?.concept === 'value')
    return (
      view.sums.verified.some(({ column }) => column === profile.heading) ||
      Boolean(drugOfHeading(profile.heading, view)?.code) ||
      (countWord.test(profile.heading.replaceAll('_', ' ')) &&
        view.columns.every(
          ({ profile: other, meanings: [first] }) =>
            other === profile || first?.concept !== 'value' || measureOf(other.heading)?.ignore,
        ))
    );
  // Codes beside a column of their words, which name drugs too.
  if (top?.concept === 'substance')
    return view.columns.some(
      ({ profile: other, meanings: [first] }) =>
        other.heading === `${profile.heading} label` && first?.concept === 'substance',
    );
  const isOffence = top?.concept === 'offence' && profile.words > 0;
  // A column headed as one of offences, beside their number.
  if (
    isOffence &&
    (top.heading?.score ?? 0) >= thresholds.headingPlain &&
    view.columns.some(
      ({ profile: other }) => measureOf(other.heading)?.set['metric'] === 'offences',
    )
  )
    return true;
  // Kinds beside a wider column of kinds, in which all are worded so.
  if (
    isOffence &&
    labelsOf(profile).every((label) => isWordedOffence(label)) &&
    view.columns.some(
      ({ profile: other, meanings: [first] }) =>
        other !== profile &&
        first?.concept === 'offence' &&
        first.confidence >= thresholds.offencesCounted &&
        ['finer', 'same'].includes(dependence(profile, other)),
    )
  )
    return true;
  const worded = view.columns.filter((column) => column.profile.words > 0);
  return (
    top?.concept === 'offence' &&
    (top.content?.score ?? 0) >= thresholds.contentLeast &&
    view.counts &&
    worded.length === 1 &&
    worded[0]?.profile === profile
  );
}

const fieldsOfRows: ReadonlySet<string> = new Set([
  'offence',
  'offenceKey',
  'place',
  'country',
  'substance',
]);

const weekHeading = /(?<!\p{L})(?:\p{L}*(?:week|woche)(?:nummer|nr)?|semaine)(?!\p{L})/iu;

/** A week without its year beside a column that has it, or a month of single finds: no description joins two columns to those. */
function partBesideYear(
  { profile, meanings: [top] }: Evidence,
  view: TableView,
): WrittenGuess | null {
  if (top?.concept === 'periodPart' || countsWithin(profile.heading)) return null;
  const labels = labelsOf(profile);
  const isPart = (text: string): boolean =>
    /^\d{1,2}$/u.test(text) ||
    (!isPeriod(text, view.language) && isPartOfYear(`${text} 2020`, view.language));
  const isHeaded = weekHeading.test(profile.heading) || headsPartOfYear(profile.heading);
  if (!isHeaded || labels.length === 0 || !labels.every(isPart)) return null;
  const year = view.columns.find(
    ({ profile: other, meanings: [top] }) => other !== profile && top?.concept === 'period',
  );
  if (!year) return null;
  const names = { part: quoted(profile.heading), year: quoted(year.profile.heading) };
  return ignored(
    inFour(
      'een deel van het jaar in {year}',
      'une partie de l’année dans {year}',
      'ein Teil des Jahres in {year}',
      'a part of the year in {year}',
      names,
    ),
    [
      inFour(
        '{part} bevat delen van het jaar in {year}, en geen beschrijving voegt die samen: zet beide in één kolom van een kopie, als 2024-Q1 of 2024-01; anders lijken de rijen van een jaar op elkaar.',
        '{part} contient des parties de l’année dans {year}, qu’aucune description ne réunit : écrivez les deux dans une colonne d’une copie, comme 2024-Q1 ou 2024-01 ; sinon les lignes d’une année se confondent.',
        '{part} enthält Teile des Jahres in {year}, die keine Beschreibung zusammenfügt: beide in eine Spalte einer Kopie schreiben, als 2024-Q1 oder 2024-01; sonst sehen die Zeilen eines Jahres gleich aus.',
        '{part} holds parts of the year in {year}, which no description joins: write both into one column of a copy, as 2024-Q1 or 2024-01; else the rows of a year look alike.',
        names,
      ),
    ],
  );
}

/** Half of what a column says looks like personal data; remarks are left out only where that is more than a few cells. */
function isPersonal({ share, cells }: PersonalFinding, first: Weighed | undefined): boolean {
  const hashed =
    first?.concept === 'reference' && (first.heading?.score ?? 0) >= thresholds.headingTells;
  if (first?.concept === 'publication' || hashed) return false;
  const remarks =
    first?.concept === 'note' && (first.heading?.score ?? 0) >= thresholds.headingTells;
  return share >= thresholds.halfPersonal && (!remarks || cells >= thresholds.severalPersonal);
}

const asOnEachRow = (only: string): Text =>
  inFour(
    'elke rij zegt {only}',
    'chaque ligne dit {only}',
    'jede Zeile sagt {only}',
    'each row says {only}',
    { only: quoted(only) },
  );

/** By what an office says that its figures are split ("by citizenship"), which names no part of them. */
const splitBy = /^(?:by|par|nach|naar|per)\s\p{L}/iu;

/** A column that nothing explains and that says one thing of all figures, which may narrow them to a part ("National citizens"); null for others. */
function saidAlike(
  { profile: { heading }, meanings: [first] }: Evidence,
  only: string,
  { record }: TableView,
): WrittenGuess | null {
  const isKind =
    first?.concept === 'offence' &&
    first.content === null &&
    (first.heading?.score ?? 0) < thresholds.headingTells;
  const isUnknown = !first || first.confidence < thresholds.written || isKind;
  if (record === 'seizure' || !isUnknown) return null;
  const said = { only: quoted(only), heading: quoted(heading) };
  if (splitBy.test(only))
    return ignored(
      inFour(
        'zegt waarnaar de cijfers zijn gesplitst',
        'dit par quoi les chiffres sont ventilés',
        'sagt, wonach die Zahlen gegliedert sind',
        'says by what the figures are split',
      ),
    );
  return {
    ...ignored(
      inFour(
        'hetzelfde op elke rij: {only}',
        'le même sur chaque ligne : {only}',
        'in jeder Zeile gleich: {only}',
        'the same in every row: {only}',
        said,
      ),
      [
        inFour(
          'Elke rij zegt {only} ({heading}): zijn de cijfers alleen van dat deel, en niet van het geheel? Zeg het dan in de definitie; zegt het alleen iets van het bestand, laat het dan weg.',
          'Chaque ligne dit {only} ({heading}) : les chiffres ne portent-ils que sur cette partie, et non sur l’ensemble ? Dites-le alors dans la définition ; si cela ne concerne que le fichier, laissez-le de côté.',
          'Jede Zeile sagt {only} ({heading}): Gelten die Zahlen nur für diesen Teil und nicht für das Ganze? Dann in der Definition sagen; sagt es nur etwas über die Datei, weglassen.',
          'Each row says {only} ({heading}): are the figures of that part alone, and not of the whole? Then say so in the definition; where it says something of the file only, leave it out.',
          said,
        ),
      ],
    ),
    factor: 0.5,
  };
}

const ofPlaces: ReadonlySet<string> = new Set(['place', 'placeNote']);

/** What one column seems to mean. Columns that look like personal data are left out, and their cells are never shown. */
export function guessColumn(
  column: Evidence,
  gives: GivesWay | undefined,
  view: TableView,
  known: KnownHeading | undefined,
  hasFold: boolean,
): Reading {
  const { profile } = column;
  const [first, ...others] = column.meanings;
  const personal = findPersonal(profile);
  const person = first?.concept === 'person';
  const hidden = person || (personal !== null && isPersonal(personal, first));
  const samples = samplesOf(profile, hidden);
  if (personal && isPersonal(personal, first)) {
    const reason = inFour(
      '{cells} van de {said} {said:cel|cellen} {cells:lijkt|lijken} op persoonsgegevens ({by})',
      '{cells} {cells:cellule|cellules} sur {said} {cells:ressemble|ressemblent} à des données personnelles ({by})',
      '{cells} von {said} {said:Zelle|Zellen} {cells:sieht|sehen} nach personenbezogenen Daten aus ({by})',
      '{cells} of {said} {said:cell|cells} {cells:looks|look} like personal data ({by})',
      { cells: personal.cells, said: profile.said, by: personal.detectors.join(', ') },
    );
    return assemble(
      column,
      ignored(
        inFour(
          'persoonsgegevens: {reason}',
          'données personnelles : {reason}',
          'personenbezogene Daten: {reason}',
          'personal data: {reason}',
          { reason },
        ),
        [
          inFour(
            'Bevat deze kolom persoonsgegevens? Haal ze dan bij de bron weg.',
            'Cette colonne contient-elle des données personnelles ? Retirez-la alors à la source.',
            'Enthält diese Spalte personenbezogene Daten? Dann an der Quelle entfernen.',
            'Does this column hold personal data? Then take it out at the source.',
          ),
        ],
      ),
      0.85,
      reason,
      [],
      [],
    );
  }
  // Whence or where to goods went is where no figure was counted.
  const isFlow =
    view.record === 'observation' && countryLists.some((each) => each === first?.concept);
  const alternatives = alternativeGuesses(
    isFlow ? others.filter(({ concept }) => concept !== 'place' && concept !== 'country') : others,
    column,
    view,
  );
  if (known?.ignore)
    return assemble(
      column,
      ignored(alike(known.ignore)),
      0.9,
      asInSource(known.source),
      alternatives,
      samples,
    );
  if (gives) {
    const { field, reason, decide } = gives;
    const guess = {
      ...(field === null ? ignored(reason, decide) : mapped({ to: field }, decide)),
      factor: decide.length > 0 ? 0.7 : 1,
    };
    const more = alternativeGuesses(column.meanings, column, view).map((each) => ({
      ...each,
      confidence: Math.min(each.confidence, thresholds.alternative),
    }));
    return assemble(
      column,
      guess,
      gives.proven ? thresholds.taken : Math.min(0.95, (first?.confidence ?? 0.5) + 0.05),
      first?.reason ?? gives.reason,
      more,
      samples,
    );
  }
  const part = partBesideYear(column, view);
  if (part)
    return assemble(
      column,
      part,
      0.6,
      headingSays(
        inFour(
          'een deel van een jaar',
          'une partie d’une année',
          'ein Teil eines Jahres',
          'a part of a year',
        ),
      ),
      alternatives,
      samples,
    );
  const [only, ...more] = labelsOf(profile);
  const isHeld = first !== undefined && fieldsOfRows.has(first.concept);
  const isNamed = (first?.heading?.score ?? 0) >= thresholds.headingTells;
  // Bare dashes are the key of a scheme for all its kinds, and no word.
  const isWord = only !== undefined && /\p{L}/u.test(only);
  const isTotal = isWord && more.length === 0 && saysTotal(only);
  // A total of what a field holds (all offences) is what the rows are of.
  if (isTotal && profile.said === profile.rows && !(isHeld && isNamed))
    return assemble(
      column,
      ignored(
        inFour(
          'het totaal op elke rij',
          'le total sur chaque ligne',
          'die Summe in jeder Zeile',
          'the total in every row',
        ),
      ),
      thresholds.taken,
      asOnEachRow(only),
      alternatives,
      samples,
    );
  const lone =
    isWord && more.length === 0 && profile.rows > 1 && profile.said === profile.rows
      ? saidAlike(column, only, view)
      : null;
  if (lone)
    return assemble(column, lone, thresholds.taken, asOnEachRow(only ?? ''), alternatives, samples);
  const measured = measureGuess(column, view, hasFold);
  // Beside words of offences, or where nothing else is counted, figures below "Straftaten" are their number.
  // Rates, shares and those who live there count no offences.
  const areFigures = ({ profile: other, meanings: [top] }: Evidence): boolean => {
    const measure = measureOf(other.heading);
    return (
      shareOf(other, other.numbers.cells) >= thresholds.mostlyFigures &&
      measure?.ignore == null &&
      measure?.name !== 'population' &&
      measure?.name !== 'dwellings' &&
      !(top?.concept === 'period' && top.confidence > thresholds.meaningTells) &&
      // Postal codes and other keys of places are written in digits.
      !(ofPlaces.has(top?.concept ?? '') && (top?.heading?.score ?? 0) >= thresholds.headingTells)
    );
  };
  const isNumber =
    first?.concept === 'offence' &&
    profile.words === 0 &&
    measureOf(profile.heading)?.name === 'offences' &&
    (view.columns.some(
      ({ profile: other, meanings: [top] }) => top?.concept === 'offence' && other.words > 0,
    ) ||
      view.columns.every((other) => other.profile === profile || !areFigures(other)));
  const figures =
    first?.concept === 'value' ||
    (first?.concept === 'arrests' && view.record === 'observation') ||
    isNumber ||
    (first?.confidence ?? 0) < thresholds.meaningPlain ||
    (first?.heading?.score ?? 0) < thresholds.headingPlain;
  if (measured && figures)
    return assemble(
      column,
      // What it measures is said; how it writes its figures is asked of the marks.
      measured.guess.decide.length === 0 ? { ...measured.guess, proven: true } : measured.guess,
      measured.confidence,
      measured.reason,
      alternatives,
      samples,
    );
  if (!first || first.confidence < thresholds.written || profile.filled === 0)
    return unknown(column, view, alternatives, samples);
  const plain = writeColumn(first.concept, profile, view);
  if (!plain) return unknown(column, view, alternatives, samples);
  const settled = plain.decide.length === 0 && tellsByTable(column, view);
  const guess = settled ? { ...plain, proven: true } : plain;
  // Whether such a file may be used is asked of the file, once.
  const screened = personal
    ? {
        ...guess,
        why: clauses([
          guess.why,
          inFour(
            '{cells} {cells:cel lijkt|cellen lijken} op persoonsgegevens ({by}): de rijen ervan worden weggelaten',
            '{cells} {cells:cellule ressemble|cellules ressemblent} à des données personnelles ({by}) : leurs lignes seront écartées',
            '{cells} {cells:Zelle sieht|Zellen sehen} nach personenbezogenen Daten aus ({by}): ihre Zeilen werden weggelassen',
            '{cells} {cells:cell looks|cells look} like personal data ({by}): their rows will be kept out',
            { cells: personal.cells, by: personal.detectors.join(', ') },
          ),
        ]),
      }
    : guess;
  return assemble(column, screened, first.confidence, first.reason, alternatives, samples);
}
