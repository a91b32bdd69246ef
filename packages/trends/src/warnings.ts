import { formatNumber, inEach, inFour, type Text } from '@samenbeeld/schema';

/** Warnings that hold, in their order and each once: those whose condition does not are left out. */
export function listWarnings(
  ...all: readonly (Text | readonly Text[] | false | 0 | null | undefined)[]
): readonly Text[] {
  const holding = all.flatMap((one) => one || []);
  return [...new Map(holding.map((one) => [one.en, one])).values()];
}

// What several methods warn of.

export const hidesFinds: Text = inFour(
  'jaartotalen verhullen de afzonderlijke vangsten',
  'les totaux annuels cachent les différentes saisies',
  'Jahressummen verdecken die einzelnen Funde',
  'annual totals hide the single seizures',
);

export const fewForDependence: Text = inFour(
  'met minder dan 10 waarden is samenhang tussen jaren niet na te gaan',
  'avec moins de 10 valeurs, la dépendance entre années ne peut être vérifiée',
  'bei weniger als 10 Werten lässt sich eine Abhängigkeit zwischen Jahren nicht prüfen',
  'with fewer than 10 values dependence between years cannot be examined',
);

export const tiedWithZero: Text = inFour(
  'door gelijke waarden is de grootte van de verandering niet van nul te onderscheiden',
  'à cause de valeurs égales, l’ampleur du changement ne se distingue pas de zéro',
  'wegen gleicher Werte lässt sich die Größe der Veränderung nicht von null unterscheiden',
  'because of ties the size of the change cannot be told from zero',
);

export const seasonLeftIn: Text = inFour(
  'het seizoen is er niet uitgehaald: ontleed de reeks eerst',
  'le mouvement saisonnier n’est pas retiré\u00a0: décomposez d’abord la série',
  'die Saison ist nicht herausgerechnet: Zerlegen Sie die Reihe zuerst',
  'seasonal movement is not taken out: decompose the series first',
);

export const fewOnOneSide: Text = inFour(
  'minder dan 10 gebeurtenissen aan één kant: geef geen verandering in procenten',
  'moins de 10 événements d’un côté\u00a0: ne donnez pas de variation en pourcentage',
  'weniger als 10 Ereignisse auf einer Seite: keine Veränderung in Prozent angeben',
  'fewer than 10 events on one side: state no percentage change',
);

/** Fewer than so many events in one of the parts. */
export const fewSomewhere = (few: number): Text =>
  inFour(
    'ergens minder dan {few} gebeurtenissen: het interval is grof',
    'moins de {few} événements quelque part\u00a0: l’intervalle est approximatif',
    'irgendwo weniger als {few} Ereignisse: Das Intervall ist grob',
    'fewer than {few} events somewhere: the interval is rough',
    { few },
  );

export const withoutQuantity = (unknown: number, all: number): Text =>
  inFour(
    'van {n} van de {all} {all:vangst|vangsten} is de hoeveelheid niet bekend',
    'la quantité de {n} des {all} {all:saisie|saisies} n’est pas connue',
    'bei {n} von {all} {all:Fund|Funden} ist die Menge nicht bekannt',
    '{n} of {all} seizures {n:has|have} no quantity',
    { n: unknown, all },
  );

export const shareOfKnown = (unknown: number): Text =>
  inFour(
    'van {n} {n:vangst|vangsten} is de hoeveelheid niet bekend: het aandeel is dat van het bekende deel',
    'la quantité de {n} {n:saisie|saisies} n’est pas connue\u00a0: la part est celle de la partie connue',
    'bei {n} {n:Fund|Funden} ist die Menge nicht bekannt: Der Anteil gilt für den bekannten Teil',
    '{n} {n:seizure has|seizures have} no quantity: the share is of the known part',
    { n: unknown },
  );

/** Periods left out, since a site has none of its own there. */
export const withoutSite = (periods: readonly string[]): Text =>
  inFour(
    'weggelaten, omdat een plaats er geen waarde heeft: {periods}',
    'écarté, car un site n’y a pas de valeur\u00a0: {periods}',
    'weggelassen, weil ein Ort dort keinen Wert hat: {periods}',
    'left out, since a site has no value there: {periods}',
    { periods: periods.join(', ') },
  );

export const variesMore = (dispersion: number): Text =>
  inFour(
    'de variantie van de aantallen is {times} keer die van Poisson-aantallen',
    'la variance des nombres vaut {times} fois celle de nombres de Poisson',
    'die Varianz der Anzahlen ist das {times}-Fache derjenigen von Poisson-Anzahlen',
    'the counts vary {times} times as much as Poisson counts',
    { times: inEach((language) => formatNumber(dispersion, language, 1)) },
  );

/** A factor held at the least that is taken. */
export const raisedTo = (name: string, factor: number, least: number): Text =>
  inFour(
    '{name} van {factor} verhoogd tot {least}',
    '{name} de {factor} relevé à {least}',
    '{name} von {factor} auf {least} angehoben',
    '{name} of {factor} raised to {least}',
    { name, factor: Number(factor.toPrecision(3)), least },
  );
