import { codeLists } from '@samenbeeld/ingest';
import { inFour, joinWith, type Language, ownValue, type Text } from '@samenbeeld/schema';
import { alike } from '../quoted.ts';
import { thresholds } from '../thresholds.ts';
import { saysTotal } from '../totals/total-words.ts';
import { countryOfAlpha3 } from './iso3.ts';
import { countryLists, keyEvidence, lists, offenceWords, shapes } from './label-shapes.ts';
import { nutsRegion } from './own-places.ts';
import { holdsPoliceRegions } from './place-by-level.ts';
import { departementOf, type PlaceShape, placeShapes, placesWithKeys } from './place-shapes.ts';
import {
  type ColumnProfile,
  holdsQuantities,
  labelsOf,
  mostlyQuantities,
  quantityLabels,
  shareOf,
} from './profile-column.ts';
import { excelDays, isOfMonths, mostlyTimes, type TimeReading } from './time-shape.ts';
import type { Concept } from './vocabulary.ts';
import { bareDrug } from './write-codes.ts';

/** Headings below which six digits may be codes of goods; elsewhere they are figures. */
const goods = /lad|charg|cargo|goods|goed|waren|\b(?:HS|SH|GS|CN)\b/iu;

/** Labels that a list knows: a code as written, or a label or synonym in the language. */
function knownShare(labels: readonly string[], list: string, language: Language): number {
  const known = ownValue(codeLists, list);
  if (!known) return 0;
  const found = labels.filter((label) =>
    label
      .split('+')
      .every((part) => known.has(part.trim()) || known.lookup(part, language).kind !== 'none'),
  );
  return found.length;
}

/** So few codes, without a heading that says so, are codes of anything. */
const fewCodes = 3;

/** How many of the labels of a column are something, which is named in the plural. */
function labelsAre(count: number, of: number, what: Text): Text {
  const english = '{count} of {of} labels are {what}';
  return count === 1
    ? inFour(
        '{what}: {of:het enige label|1 van de # labels}',
        '{what} : {of:le seul libellé|1 libellé sur #}',
        '{what}: {of:die einzige Bezeichnung|1 von # Bezeichnungen}',
        english,
        { count, of, what },
      )
    : inFour(
        '{count} van de {of} labels zijn {what}',
        '{count} libellés sur {of} sont {what}',
        '{count} von {of} Bezeichnungen sind {what}',
        english,
        { count, of, what },
      );
}

/** What the labels of a column say, by looking them up in the code lists and by their shape. */
function labelEvidence(profile: ColumnProfile, language: Language): Map<Concept, ContentEvidence> {
  const found = new Map<Concept, ContentEvidence>();
  const all = labelsOf(profile).slice(0, thresholds.labelsLooked);
  // "Total Anvers" is in no list, and says nothing against Anvers.
  const totals = all.filter(saysTotal);
  const parts = all.filter((label) => !saysTotal(label));
  const isNested = totals.some((total) => parts.some((part) => total.endsWith(` ${part}`)));
  const labels = isNested ? parts : all;
  const keep = (concept: Concept, count: number, weight: number, what: Text): void => {
    const share = labels.length > 0 ? count / labels.length : 0;
    const few = labels.length === 1 ? 0.85 : labels.length === 2 ? 0.95 : 1;
    const score = Math.round(weight * share * few * 1000) / 1000;
    if (share < thresholds.contentLeast || score <= (found.get(concept)?.score ?? 0)) return;
    found.set(concept, { score, why: labelsAre(count, labels.length, what) });
  };
  const wordy = profile.words > 0;
  if (wordy)
    for (const [concept, list, weight, what] of lists)
      keep(
        concept,
        knownShare(
          concept === 'substance' ? labels.map((label) => bareDrug(label, language)) : labels,
          list,
          language,
        ),
        weight,
        what,
      );
  // Currencies are three capitals, too, and no countries.
  keep(
    'country',
    labels.filter((label) => countryOfAlpha3(label) !== null).length,
    0.85,
    alike('ISO 3166-1 alpha-3'),
  );
  const regions = labels.filter((label) => nutsRegion(label) !== null);
  if (regions.filter((label) => /\d/.test(label)).length > regions.length * 0.8)
    keep(
      'place',
      regions.length,
      0.75,
      inFour('NUTS-codes', 'des codes NUTS', 'NUTS-Codes', 'NUTS codes'),
    );
  // The group of a drug is often named as the drug is: the heading tells them apart.
  const drugs = found.get('substance');
  if (drugs) found.set('substanceGroup', { ...drugs, score: drugs.score * 0.8 });
  const countries = found.get('country');
  if (countries) for (const concept of countryLists) found.set(concept, countries);
  for (const [concept, pattern, weight, what] of shapes)
    if (
      (concept !== 'coverLoadHs' || goods.test(profile.heading)) &&
      // One letter in every row is a code of anything.
      (concept !== 'sex' || labels.length > 1 || (labels[0]?.length ?? 0) > 1)
    )
      keep(concept, labels.filter((label) => pattern.test(label)).length, weight, what);
  if (wordy) {
    keep(
      'offence',
      labels.filter((label) => label.length > 5 && offenceWords.test(label)).length,
      0.8,
      inFour(
        'als misdrijf verwoord',
        'formulés comme des infractions',
        'wie Straftaten formuliert',
        'worded as offences',
      ),
    );
    keep(
      'place',
      labels.filter((label) => departementOf(label) !== null).length,
      0.85,
      inFour(
        'Franse departementen',
        'des départements',
        'französische Départements',
        'French départements',
      ),
    );
    keep(
      'place',
      labels.filter((label) => / \((?:PV|RE|CR|LD|gemeente|provincie)\)$/.test(label)).length,
      0.9,
      inFour(
        'gebieden zoals StatLine ze schrijft',
        'des territoires comme StatLine les écrit',
        'Gebiete, wie StatLine sie schreibt',
        'regions as StatLine writes them',
      ),
    );
  }
  if (holdsPoliceRegions(labels, profile.heading))
    keep(
      'place',
      labels.length,
      0.95,
      inFour(
        'eenheden van de Nederlandse politie',
        'des régions de la police néerlandaise',
        'Regionen der niederländischen Polizei',
        'regions of the Dutch police',
      ),
    );
  const [keys, weight] = keyEvidence(labels);
  keep(
    'offenceKey',
    keys,
    weight,
    inFour('sleutels van de PKS', 'des clés de la PKS', 'Schlüssel der PKS', 'keys of the PKS'),
  );
  keep(
    'place',
    placesWithKeys(labels),
    labels.some((label) => offenceWords.test(label)) ? 0.35 : 0.9,
    inFour(
      'plaatsen met hun code tussen haakjes',
      'des lieux avec leur code entre parenthèses',
      'Orte mit ihrem Schlüssel in Klammern',
      'places with their code in brackets',
    ),
  );
  // Bare numbers are codes where all of them are, or the heading says so: some of any counts look like them.
  for (const shape of placeShapes) {
    const isHeaded = shape.heading?.test(profile.heading) === true;
    // Under a heading of such keys one that lost its nought is one all the same.
    const shows: PlaceShape['shows'] = (label) =>
      shape.shows(label) || (isHeaded && shape.shows(`0${label}`));
    if (
      shape.telling ||
      isHeaded ||
      (!shape.headedOnly &&
        labels.every(shape.shows) &&
        (labels.length > fewCodes || labels.some((label) => label.startsWith('0'))))
    )
      keep('place', labels.filter(shows).length, shape.telling ? 0.9 : 0.35, shape.name);
  }
  return found;
}

/** What exports write over their row numbers. */
const unnamed = /^(?:|Unnamed: 0|\.{3}1|#)$/u;

/** 0, 1, 2 … or 1, 2, 3 … down the column; in a first column without a heading, with gaps where rows were left out. */
function isRowNumber(profile: ColumnProfile): boolean {
  const { values, said, rows, least: low, most, numbers, rises, times, column } = profile;
  const isUnnamed = column.index === 0 && column.headers.every((text) => unnamed.test(text.trim()));
  const areYears = times.get('year') === said;
  if (isUnnamed && rises && rows > 2 && low >= 0 && numbers.whole === said && !areYears)
    return true;
  return (
    said === rows &&
    rows > 2 &&
    numbers.whole === said &&
    values.size === said &&
    low <= 1 &&
    most - low === rows - 1 &&
    rises &&
    !/index|schl/iu.test([...values.keys()][0] ?? '')
  );
}

/** How many of the cells of a column are something, which is named in the plural. */
export function cellsAre(cells: number, of: number, what: Text): Text {
  const english = '{cells} of {of} cells are {what}';
  return cells === 1
    ? inFour(
        '{what}: {of:de enige cel|1 van de # cellen}',
        '{what} : {of:la seule cellule|1 cellule sur #}',
        '{what}: {of:die einzige Zelle|1 von # Zellen}',
        english,
        { cells, of, what },
      )
    : inFour(
        '{cells} van de {of} cellen zijn {what}',
        '{cells} cellules sur {of} sont {what}',
        '{cells} von {of} Zellen sind {what}',
        english,
        { cells, of, what },
      );
}

/** Days in the notation of a file, or as Excel counts them. */
export function daysAs(reading: string): Text {
  return reading === excelDays
    ? inFour(
        'dagen zoals Excel ze telt',
        'des jours comme Excel les compte',
        'Tage, wie Excel sie zählt',
        'days as Excel counts them',
      )
    : inFour('dagen als {as}', 'des jours écrits {as}', 'Tage als {as}', 'days as {as}', {
        as: reading,
      });
}

/** Times of any precision. */
export const anyTimes: Text = inFour(
  'jaren, maanden, dagen of perioden',
  'des années, mois, jours ou périodes',
  'Jahre, Monate, Tage oder Zeiträume',
  'years, months, days or periods',
);

/** Figures in cells. */
export const areFigures: Text = inFour('cijfers', 'des chiffres', 'Zahlen', 'figures');

/** What the figures and times of a column say. */
function figureEvidence(profile: ColumnProfile): ReadonlyMap<Concept, ContentEvidence> {
  const found = new Map<Concept, ContentEvidence>();
  const { numbers, said, times } = profile;
  const numeric = shareOf(profile, numbers.cells);
  const years = times.get('year') ?? 0;
  if (isRowNumber(profile))
    found.set('administrative', {
      score: 0.85,
      why: inFour(
        '{said} gehele getallen die de rijen tellen',
        '{said} nombres entiers qui comptent les lignes',
        '{said} ganze Zahlen, die die Zeilen zählen',
        '{said} whole numbers that count the rows',
        { said },
      ),
    });
  const keep = (
    concept: Concept,
    cells: number,
    weight: number,
    what: Text,
    why: Text = cellsAre(cells, said, what),
  ): void => {
    const share = shareOf(profile, cells);
    if (share >= 0.5) found.set(concept, { score: Math.round(weight * share * 1000) / 1000, why });
  };
  const periods = inFour('perioden', 'des périodes', 'Zeiträume', 'periods');
  const shortYears = (cells: number): Text =>
    inFour(
      '{cells} van de {said} {said:cel|cellen} {cells:is misschien een jaar|zijn misschien jaren} van twee cijfers',
      '{cells} {cells:cellule|cellules} sur {said} {cells:est peut-être une année|sont peut-être des années} à deux chiffres',
      '{cells} von {said} {said:Zelle|Zellen} {cells:ist vielleicht ein zweistelliges Jahr|sind vielleicht zweistellige Jahre}',
      '{cells} of {said} cells may be years of two digits',
      { cells, said },
    );
  const codeLike = labelsOf(profile)
    .slice(0, thresholds.labelsLooked)
    .filter((label) => /^0\d/.test(label)).length;
  const figures = years === said ? 0.2 : codeLike > 0 ? 0.15 : 0.55;
  if (numeric > thresholds.halfFigures && !found.has('administrative'))
    keep('value', numbers.cells, figures, areFigures);
  keep(
    'arrests',
    numbers.whole,
    0.4,
    inFour('gehele getallen', 'des nombres entiers', 'ganze Zahlen', 'whole numbers'),
  );
  const spread = profile.values.size <= 150 ? 0.85 : 0.4;
  keep(
    'period',
    years,
    spread,
    inFour(
      'jaren van vier cijfers',
      'des années à quatre chiffres',
      'vierstellige Jahre',
      'years of four digits',
    ),
  );
  const other = [...times].filter(
    ([reading]) => reading !== 'year' && (!reading.startsWith('%') || isOfMonths(reading)),
  );
  for (const [reading, cells] of other)
    keep(
      'period',
      cells,
      isOfMonths(reading)
        ? 0.85
        : ({ period: 0.85, numbered: 0.85, season: 0.85, yearmonth: 0.6, year2: 0.45 }[
            reading as 'period'
          ] ?? 0.3),
      periods,
      ...(reading === 'year2' ? [shortYears(cells)] : []),
    );
  const parts = times.get('part') ?? 0;
  if (parts > 0) {
    found.delete('period');
    keep(
      'periodPart',
      parts,
      0.95,
      inFour(
        'maanden, kwartalen of halfjaren',
        'des mois, trimestres ou semestres',
        'Monate, Quartale oder Halbjahre',
        'months, quarters or halves',
      ),
    );
  }
  const any = ['year', 'yearmonth', 'period', '%Y-%m-%d'].reduce(
    (sum, reading) => sum + (times.get(reading as TimeReading) ?? 0),
    0,
  );
  if (any >= said * mostlyTimes && said > 0 && any > Math.max(...times.values()))
    keep('period', Math.min(said, any), 0.7, anyTimes);
  const days = [...times]
    .filter(([reading]) => reading.startsWith('%') && !isOfMonths(reading))
    .sort((a, b) => b[1] - a[1])[0];
  if (days)
    for (const [concept, weight] of [
      ['date', 0.85],
      ['registeredOn', 0.8],
      ['periodStart', 0.8],
      ['periodEnd', 0.8],
      ['publishedOn', 0.75],
    ] as const)
      keep(concept, days[1], weight, daysAs(days[0]));
  // Two digits may be anything: without a heading they are no day of publication.
  const all = [...times].reduce(
    (sum, [reading, cells]) => sum + (reading === 'year2' ? 0 : cells),
    0,
  );
  if (!found.has('publishedOn'))
    keep(
      'publishedOn',
      Math.min(said, all),
      0.6,
      inFour(
        'dagen, maanden of jaren',
        'des jours, mois ou années',
        'Tage, Monate oder Jahre',
        'days, months or years',
      ),
    );
  return found;
}

/** What the cells of a column say by themselves. */
export interface ContentEvidence {
  /** 0 to 0.95. */
  readonly score: number;
  /** With the evidence counted: "11 of 12 labels are substances". */
  readonly why: Text;
}

function textEvidence(
  profile: ColumnProfile,
  language: Language,
): ReadonlyMap<Concept, ContentEvidence> {
  const found = new Map<Concept, ContentEvidence>();
  if (mostlyQuantities(profile, language)) {
    const { units, worded } = quantityLabels(profile, language);
    if (profile.words > 0 || worded.length > 0)
      found.set('value', {
        score: 0.75,
        why: joinWith(
          [
            ...(units.length > 0
              ? [
                  inFour(
                    '{n} {n:label is een cijfer|labels zijn cijfers} met een eenheid',
                    '{n} {n:libellé est un chiffre|libellés sont des chiffres} avec une unité',
                    '{n} {n:Bezeichnung ist eine Zahl|Bezeichnungen sind Zahlen} mit Einheit',
                    '{n} labels are figures with their unit',
                    { n: units.length },
                  ),
                ]
              : []),
            ...(worded.length > 0
              ? [
                  inFour(
                    '{n} {n:label is een cijfer|labels zijn cijfers} met woorden',
                    '{n} {n:libellé est un chiffre|libellés sont des chiffres} avec des mots',
                    '{n} {n:Bezeichnung ist eine Zahl|Bezeichnungen sind Zahlen} mit Text',
                    '{n} labels are figures with words',
                    { n: worded.length },
                  ),
                ]
              : []),
          ],
          ', ',
        ),
      });
  } else if (holdsQuantities(profile, language))
    found.set('value', {
      score: 0.75,
      why: inFour(
        'de cellen zijn cijfers, sommige met woorden',
        'les cellules sont des chiffres, certains avec des mots',
        'die Zellen sind Zahlen, einige mit Text',
        'its cells are figures, some with words',
      ),
    });
  const { said, values, words } = profile;
  const varied = said > 0 ? values.size / said : 0;
  if (shareOf(profile, words) > 0.6 && profile.length > 25 && varied > 0.3)
    found.set('note', {
      score: 0.5,
      why: inFour(
        'vrije tekst van gemiddeld {n} letters',
        'texte libre de {n} lettres en moyenne',
        'freier Text von im Mittel {n} Buchstaben',
        'free text of {n} letters on average',
        { n: Math.round(profile.length) },
      ),
    });
  const named = labelsOf(profile)
    .slice(0, thresholds.labelsLooked)
    .filter((text) => /\d{2}/.test(text) && /[\p{L}-]/u.test(text) && !/\s/.test(text));
  if (said > 2 && varied > 0.98 && named.length === Math.min(values.size, thresholds.labelsLooked))
    found.set('reference', {
      score: 0.6,
      why: inFour(
        '{said} cellen van letters en cijfers, allemaal verschillend',
        '{said} cellules de lettres et de chiffres, toutes différentes',
        '{said} Zellen aus Buchstaben und Ziffern, alle verschieden',
        '{said} cells, all different, of letters and digits',
        { said },
      ),
    });
  return found;
}

/** What the cells of a column say by themselves, by meaning; what they do not suggest is not in it. */
export function contentEvidence(
  profile: ColumnProfile,
  language: Language,
): ReadonlyMap<Concept, ContentEvidence> {
  const found = labelEvidence(profile, language);
  for (const more of [figureEvidence(profile), textEvidence(profile, language)])
    for (const [concept, evidence] of more)
      if (evidence.score > (found.get(concept)?.score ?? 0)) found.set(concept, evidence);
  return found;
}
