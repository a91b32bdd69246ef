import { inFour, type Text, UsageError } from '@samenbeeld/schema';
import { findAgencyChanges } from './agency-changes.ts';
import type { Anomaly, CellPlace } from './anomaly.ts';
import { anomalyOf, eventAnomaly, type Said } from './anomaly-of.ts';
import { findCopiedYears } from './copied-years.ts';
import { findDifferingDuplicates } from './differing-duplicates.ts';
import { findEventSlips } from './event-slips.ts';
import { decimals, said } from './expectation.ts';
import { fit, lies } from './fit.ts';
import { findImpossiblePrices } from './impossible-prices.ts';
import { findLevelShifts } from './level-shifts.ts';
import { findLostZeros } from './lost-zeros.ts';
import type { AnomalyInput, EventPoint, Point } from './point.ts';
import { findSlips } from './slips.ts';
import { type Study, study } from './study.ts';
import { isRule, type Sum, scoreOf, sumHolds, sumsOf } from './sums.ts';
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

const tooMuch = inFour('veel', 'trop', 'viel', 'much');
const tooLittle = inFour('weinig', 'moins', 'wenig', 'little');

/** In how many cases of its kind a sum holds. */
function holdsIn({ whole, holds, of }: Sum): Text {
  return said(
    '{whole}: klopt in {holds} van de {of} gevallen',
    '{whole} : vrai dans {holds} cas sur {of}',
    '{whole}: gilt in {holds} von {of} Fällen',
    '{whole}: holds in {holds} of {of} cases',
    { whole: whole.says, holds, of },
  );
}

/**
 * Parts that do not add up to their total where all are there and sums of the same kind do add up; where a part has no
 * figure, parts that are more than the total. Sums with a part that
 * exceeds the whole, or a slip that explains the difference, are reported as that.
 */
function findUnequalSums(study: Study, doubted: ReadonlySet<CellPlace>): readonly Anomaly[] {
  const all = sumsOf(study, doubted);
  return all.flatMap((sum) => {
    const { whole, total, parts, gaps } = sum;
    if (
      !(whole.complete || whole.declared) ||
      total === null ||
      parts === null ||
      sumHolds(sum) ||
      !isRule(sum)
    )
      return [];
    if (whole.parts.some((part) => (study.read(part) ?? 0) > total)) return [];
    // Two ways to divide the same whole that agree speak against the whole.
    const agreeing = all.find(
      (other) =>
        other !== sum &&
        other.whole.total === whole.total &&
        other.parts === parts &&
        !sumHolds(other),
    );
    return [
      anomalyOf(whole.total, study.input, {
        kind: 'parts_not_total',
        cause: inFour(
          'de delen tellen niet op tot het totaal: een deel ontbreekt of is fout, of het totaal is fout',
          'les parties ne font pas le total : une partie manque ou est fausse, ou le total l’est',
          'die Teile ergeben nicht die Summe: ein Teil fehlt oder ist falsch, oder die Summe ist es',
          'the parts do not add up to the total: a part is missing or wrong, or the total is',
        ),
        evidence: [
          said(
            '{n} delen tellen op tot {parts}, het totaal is {total}: {off} te {much} ({share} %)',
            '{n} parties font {parts}, le total est {total} : {off} de {much} ({share} %)',
            '{n} Teile ergeben {parts}, die Summe ist {total}: {off} zu {much} ({share} %)',
            '{n} parts add up to {parts}, the total is {total}: {off} too {much} ({share} %)',
            {
              n: whole.parts.length,
              parts,
              total,
              off: Math.abs(total - parts),
              much: parts > total ? tooMuch : tooLittle,
              share: decimals((100 * Math.abs(total - parts)) / Math.max(total, 1), 2),
            },
          ),
          ...(agreeing
            ? [
                said(
                  '{n} andere delen van hetzelfde totaal tellen ook op tot {parts}: eerder is het totaal fout',
                  '{n} autres parties du même total font aussi {parts} : c’est plutôt le total qui est faux',
                  '{n} andere Teile derselben Summe ergeben auch {parts}: eher ist die Summe falsch',
                  '{n} other parts of the same total add up to {parts} too: the total is the likelier slip',
                  { n: agreeing.whole.parts.length, parts },
                ),
              ]
            : []),
          ...(gaps > 0
            ? [
                said(
                  '{n} van de delen {n:heeft|hebben} geen cijfer: {n:het komt|ze komen} er alleen bij',
                  '{n} des parties {n:n’a pas|n’ont pas} de chiffre : {n:elle ne peut|elles ne peuvent} que s’y ajouter',
                  '{n} der Teile {n:hat|haben} keine Zahl: {n:er kommt|sie kommen} nur hinzu',
                  '{n} of the parts {n:has|have} no figure: {n:it only adds|they only add} to it',
                  { n: gaps },
                ),
              ]
            : []),
          holdsIn(sum),
        ],
        rivals: [
          inFour(
            'afronding van de delen',
            'arrondi des parties',
            'Rundung der Teile',
            'rounding of the parts',
          ),
          inFour(
            'een deel dat niet is opgenomen',
            'une partie qui n’est pas reprise',
            'ein Teil, der nicht aufgeführt ist',
            'a part that is not listed',
          ),
        ],
        score: scoreOf(sum, 'parts_not_total'),
        to: null,
        open: inFour(
          'welk cijfer fout is, is niet te zeggen',
          'on ne peut dire quel chiffre est faux',
          'welche Zahl falsch ist, lässt sich nicht sagen',
          'which figure is wrong cannot be told',
        ),
        // The sum of some of the parts is not what the total was meant to be.
        alternatives: gaps > 0 ? [] : [String(parts)],
        also: whole.parts,
      }),
    ];
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

/** The first part that is more than its whole by more than its tolerance. */
function tooLarge({ whole, total }: Sum, study: Study): Point | null {
  if (total === null) return null;
  const slack = whole.tolerance + 1e-6 * Math.max(1, Math.abs(total));
  return whole.parts.find((part) => (study.read(part) ?? 0) > total + slack) ?? null;
}

/**
 * A part that is more than its whole: a declared part, a column printed as a share of another or adding up with it to a
 * third, a month of its year. Slips that explain it are found before, and not reported twice.
 */
function findPartsExceeding(study: Study, doubted: ReadonlySet<CellPlace>): readonly Anomaly[] {
  const seen = new Set<string>();
  return sumsOf(study, doubted).flatMap((sum) => {
    const part = tooLarge(sum, study);
    if (!part || !isRule(sum) || seen.has(`${part.row} ${part.column}`)) return [];
    seen.add(`${part.row} ${part.column}`);
    const [own, total] = [study.read(part) ?? 0, sum.total ?? 0];
    return [
      anomalyOf(part, study.input, {
        kind: 'part_exceeds_whole',
        cause: inFour(
          'een deel is meer dan het geheel: een van de twee cijfers is fout, of ze tellen niet hetzelfde',
          'une partie dépasse le tout : l’un des deux chiffres est faux, ou ils ne comptent pas la même chose',
          'ein Teil ist mehr als das Ganze: eine der beiden Zahlen ist falsch, oder sie zählen nicht dasselbe',
          'a part is more than the whole: one of the two figures is wrong, or they do not count the same',
        ),
        evidence: [
          said(
            '{own} is {more} meer dan het geheel {total}',
            '{own} dépasse de {more} le tout, {total}',
            '{own} ist {more} mehr als das Ganze {total}',
            '{own} is {more} more than the whole {total}',
            { own, more: own - total, total },
          ),
          holdsIn(sum),
        ],
        rivals: [
          inFour(
            'het geheel is te klein',
            'le tout est trop petit',
            'das Ganze ist zu klein',
            'the whole is too small',
          ),
          inFour(
            'deel en geheel hebben een andere afbakening, eenheid of datum',
            'la partie et le tout ont une portée, une unité ou une date différentes',
            'Teil und Ganzes haben einen anderen Umfang, eine andere Einheit oder ein anderes Datum',
            'part and whole have another scope, unit or date',
          ),
        ],
        score: scoreOf(sum, 'part_exceeds_whole'),
        to: null,
        open: inFour(
          'welk van de twee cijfers fout is, is niet te zeggen',
          'on ne peut dire lequel des deux chiffres est faux',
          'welche der beiden Zahlen falsch ist, lässt sich nicht sagen',
          'which of the two figures is wrong cannot be told',
        ),
        alternatives: [],
        also: [sum.whole.total],
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
    throw new UsageError(
      inFour(
        'findAnomalies neemt wat loadAnomalyInput geeft, niet het resultaat van een ingest.',
        'findAnomalies prend ce que donne loadAnomalyInput, et non le résultat d’un ingest.',
        'findAnomalies nimmt, was loadAnomalyInput gibt, nicht das Ergebnis eines ingest.',
        'findAnomalies takes what loadAnomalyInput(engine, [{ result, files }]) gives, not the result of an ingest.',
      ),
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
