import { inFour, type Text, wrongUse } from '@samenbeeld/schema';
import { findAgencyChanges } from './agency-changes.ts';
import type { Anomaly } from './anomaly.ts';
import { anomalyOf, eventAnomaly, type Said } from './anomaly-of.ts';
import { findCopiedYears } from './copied-years.ts';
import { findDifferingDuplicates } from './differing-duplicates.ts';
import { findEventSlips } from './event-slips.ts';
import { said } from './expectation.ts';
import { fit, lies } from './fit.ts';
import { findImpossiblePrices } from './impossible-prices.ts';
import { findLevelShifts } from './level-shifts.ts';
import { findLostZeros } from './lost-zeros.ts';
import type { AnomalyInput, EventPoint, Point } from './point.ts';
import { findSlips } from './slips.ts';
import { type Study, study } from './study.ts';
import { findPartsExceeding, findUnequalSums } from './sums.ts';
import { thresholds } from './thresholds.ts';

const marks = /^(?:9{3,}|-9{1,4}|-1|-99\d*|(\d)\1{4,}|12345\d*)(?:[.,]0+)?$/u;

/** A figure that is a mark rather than a number, as far as its series or its column says so. */
function markSaid(point: Point, study: Study): Said | null {
  const digits = point.place.raw.trim().replace(/[.,\s](?=\d{3}(?:\D|$))/gu, '');
  const value = study.read(point);
  if (!marks.test(digits) || value === null) return null;
  const misfit = -fit(value, point, study);
  const negative = value < 0;
  const score = negative ? 3 : misfit;
  if (score < thresholds.placeholder) return null;
  const around = study.around(point);
  return {
    kind: 'placeholder',
    cause: inFour(
      'een teken dat voor een ontbrekend cijfer staat',
      'une marque qui tient lieu de chiffre manquant',
      'ein Zeichen, das für eine fehlende Zahl steht',
      'a mark that stands for a missing figure',
    ),
    evidence: [
      negative
        ? said(
            'een aantal of gewicht kan niet {digits} zijn',
            'un nombre ou un poids ne peut valoir {digits}',
            'eine Anzahl oder ein Gewicht kann nicht {digits} sein',
            'a count or weight cannot be {digits}',
            { digits },
          )
        : said(
            '"{raw}" is een herhaald of doorlopend cijfer',
            '« {raw} » est un chiffre répété ou une suite',
            '„{raw}“ ist eine wiederholte oder fortlaufende Ziffer',
            '"{raw}" is a repeated or running digit',
            { raw: point.place.raw.trim() },
          ),
      ...(around ? [lies(around)] : []),
    ],
    rivals: [inFour('een echt cijfer', 'un vrai chiffre', 'eine echte Zahl', 'a true figure')],
    score,
    to: null,
    open: inFour(
      'zet het met de reden onder missingValues, als het voor een ontbrekend cijfer staat',
      'inscrivez-la avec sa raison sous missingValues, si elle tient lieu de chiffre manquant',
      'tragen Sie es mit dem Grund unter missingValues ein, wenn es für eine fehlende Zahl steht',
      'list it under missingValues with its reason, if it stands for a missing figure',
    ),
    alternatives: [],
  };
}

/** A zero between figures so large that none by chance is out of the question (Poisson, e^-λ). */
function zeroSaid(point: Point, study: Study): Said | null {
  if (study.read(point) !== 0 || point.measure !== 'count') return null;
  const around = study.around(point);
  if (!around || around.low < 20 || around.before === null || around.after === null) return null;
  const score = Math.min(12, -fit(0, point, study));
  if (score < thresholds.placeholder) return null;
  return {
    kind: 'placeholder',
    cause: inFour(
      'een nul die voor een ontbrekend cijfer staat',
      'un zéro qui tient lieu de chiffre manquant',
      'eine Null, die für eine fehlende Zahl steht',
      'a zero that stands for a missing figure',
    ),
    evidence: [
      lies(
        around,
        said(
          '; de kans op geen enkel geval is e^-{low}',
          ' ; la chance qu’il n’y en ait aucun est e^-{low}',
          '; die Wahrscheinlichkeit für gar keinen Fall ist e^-{low}',
          '; none at all has a chance of e^-{low}',
          { low: String(Math.round(around.low)) },
        ),
      ),
    ],
    rivals: [
      inFour(
        'er is in die periode niets geteld',
        'rien n’a été compté durant cette période',
        'in dem Zeitraum wurde nichts gezählt',
        'nothing was counted that period',
      ),
      inFour(
        'de code was niet in gebruik',
        'le code n’était pas en usage',
        'der Code war nicht in Gebrauch',
        'the code was not in use',
      ),
    ],
    score,
    to: null,
    open: inFour(
      'ontbreekt het cijfer, zeg dat dan met een reden; nul is een waarde',
      'si le chiffre manque, dites-le avec une raison ; zéro est une valeur',
      'fehlt die Zahl, sagen Sie es mit einem Grund; null ist ein Wert',
      'if the figure is missing, say so with a reason; zero is a value',
    ),
    alternatives: [],
  };
}

/** Marks that stand for a missing figure: 99999, -1, repeated digits out of line with their series, a zero where none cannot be. */
function findPlaceholders(study: Study): readonly Anomaly[] {
  return study.input.points.flatMap((point) => {
    if (!point.counts || study.settled(point)) return [];
    const said = markSaid(point, study) ?? zeroSaid(point, study);
    return said ? [anomalyOf(point, study.input, said)] : [];
  });
}

interface Doubt {
  readonly says: Text;
  readonly score: number;
}

function doubtOf({ date, registeredOn, place }: EventPoint, input: AnomalyInput): Doubt | null {
  const span = input.spans.get(place.file);
  if (span && (date < span.from || date > span.to))
    return {
      says: said(
        '{date} ligt buiten {from} tot en met {to}, zoals de bestandsnaam aangeeft',
        '{date} est hors de {from} à {to}, que donne le nom du fichier',
        '{date} liegt außerhalb von {from} bis {to}, wie der Dateiname angibt',
        "{date} lies outside {from} to {to}, which the file's name gives",
        { date, ...span },
      ),
      score: 3,
    };
  if (registeredOn !== null && registeredOn < date)
    return {
      says: said(
        '{date} ligt na de dag van registratie, {registeredOn}',
        '{date} est postérieur au jour d’enregistrement, {registeredOn}',
        '{date} liegt nach dem Tag der Erfassung, {registeredOn}',
        '{date} lies after the day of registration, {registeredOn}',
        { date, registeredOn },
      ),
      score: 3,
    };
  return null;
}

/** The same day in the year that the registration or the file's name gives; swapped day and month. */
function meant({ date, registeredOn, place }: EventPoint, input: AnomalyInput): readonly string[] {
  const [year = '', month = '', day = ''] = date.split('-');
  const span = input.spans.get(place.file);
  const years = registeredOn
    ? [registeredOn.slice(0, 4), String(Number(registeredOn.slice(0, 4)) - 1)]
    : [];
  const others = [
    ...years.map((other) => `${other}-${month}-${day}`),
    ...(day <= '12' ? [`${year}-${day}-${month}`] : []),
  ];
  return others.filter(
    (other) =>
      other !== date &&
      (!registeredOn || other <= registeredOn) &&
      (!span || (other >= span.from && other <= span.to)),
  );
}

/** Days outside the years that the file's name gives, and finds registered before they were made. */
function findDatesOutside(input: AnomalyInput): readonly Anomaly[] {
  return input.events.flatMap((event) => {
    const doubt = doubtOf(event, input);
    if (!doubt) return [];
    return [
      eventAnomaly(event, input, {
        kind: 'date_outside',
        cause: inFour(
          'een dag in een verkeerd jaar, of dag en maand verwisseld',
          'un jour d’une mauvaise année, ou jour et mois inversés',
          'ein Tag in einem falschen Jahr, oder Tag und Monat vertauscht',
          'a day in a wrong year, or day and month swapped',
        ),
        evidence: [doubt.says],
        rivals: [
          inFour(
            'een rij van een andere periode is toegevoegd',
            'une ligne d’une autre période a été ajoutée',
            'eine Zeile eines anderen Zeitraums wurde hinzugefügt',
            'a row of another period was added',
          ),
          inFour(
            'de bestandsnaam klopt niet',
            'le nom du fichier est faux',
            'der Dateiname ist falsch',
            'the file’s name is wrong',
          ),
        ],
        score: doubt.score,
        to: null,
        open: inFour(
          'het gaat om de datum van de rij, niet om de hoeveelheid; zie de bron',
          'il s’agit de la date de la ligne, non de sa quantité ; voyez la source',
          'es geht um das Datum der Zeile, nicht um ihre Menge; siehe die Quelle',
          'the finding is about the row’s date, not its quantity; see the source',
        ),
        alternatives: meant(event, input),
      }),
    ];
  });
}

function placeKey({ where }: Anomaly): string {
  return `${where.file}\t${where.sheet}\t${where.line}\t${where.column}`;
}

/** Those that change a figure first, then the surest; equal ones in the order of the file. */
function inOrder(a: Anomaly, b: Anomaly): number {
  return (
    Number(b.counts) - Number(a.counts) ||
    b.score - a.score ||
    (a.where.file < b.where.file ? -1 : a.where.file > b.where.file ? 1 : 0) ||
    a.where.line - b.where.line ||
    (a.where.column < b.where.column ? -1 : 1)
  );
}

/**
 * What may be wrong in figures that have been read, and in cells that could not be: each with its place, likely cause,
 * evidence, rival explanations, score, and a correction where exactly one is determined. Nothing is applied; a person
 * accepts. Pure: the same input gives the same list, surest first. UsageError where the input is none of `loadAnomalyInput`.
 *
 * Finders run from the surest to the broadest, and what one has explained the next takes as read: lost zeros, then copied
 * years, then slips of units, decimals and digits, then placeholders, sums, shifts of level, prices, agencies.
 *
 * @example
 * ```ts
 * import { findAnomalies } from '@samenbeeld/harmonise';
 * const empty = { points: [], events: [], wholes: [], identities: [], rows: [], breaks: [], others: [] };
 * findAnomalies({ ...empty, marks: new Map(), spans: new Map() }) // => []
 * ```
 */
export function findAnomalies(input: AnomalyInput): readonly Anomaly[] {
  if (!Array.isArray(input?.points))
    throw wrongUse(
      'findAnomalies neemt wat loadAnomalyInput geeft, niet het resultaat van een ingest.',
      'findAnomalies prend ce que donne loadAnomalyInput, et non le résultat d’un ingest.',
      'findAnomalies nimmt, was loadAnomalyInput gibt, nicht das Ergebnis eines ingest.',
      'findAnomalies takes what loadAnomalyInput(engine, [{ result, files }]) gives, not the result of an ingest.',
    );
  const studied = study(input);
  const zeros = findLostZeros(studied);
  const prices = findImpossiblePrices(studied);
  const copies = findCopiedYears(studied);
  const explained = new Set([...zeros, ...prices, ...copies].map(placeKey));
  const copied = new Set(copies.flatMap(({ where, also }) => [where, ...also]));
  const slips = findSlips(studied).filter(
    (one) => !explained.has(placeKey(one)) && !copied.has(one.where),
  );
  const placeholders = findPlaceholders(studied);
  const doubted = new Set(
    [...placeholders, ...slips].flatMap(({ where, also }) => [where, ...also]),
  );
  const later = [
    ...placeholders,
    ...findPartsExceeding(studied, doubted),
    ...findUnequalSums(studied, doubted),
    ...findLevelShifts(studied),
    ...findAgencyChanges(studied),
    ...findDifferingDuplicates(studied),
    ...findEventSlips(input),
    ...findDatesOutside(input),
  ].filter((one) => !copied.has(one.where) || one.kind === 'duplicate_differs');
  return [...zeros, ...prices, ...copies, ...slips, ...later].sort(inOrder);
}
