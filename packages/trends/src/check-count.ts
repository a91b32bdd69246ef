import { InputError, inFour, type Text, wrongUse } from '@samenbeeld/schema';

/** The count of a period, a place or a group, by its name. */
export const countOf = (where: string | Text): Text =>
  inFour(
    'het aantal van {where}',
    'le nombre de {where}',
    'die Anzahl von {where}',
    'the count of {where}',
    { where },
  );

/** What a count stands against, by the name of its period, place or group. */
export const exposureOf = (where: string | Text): Text =>
  inFour(
    'de blootstelling van {where}',
    'l’exposition de {where}',
    'die Bezugsgröße von {where}',
    'the exposure of {where}',
    { where },
  );

/** A count of events, or an InputError. */
export function checkCount(name: string | Text, value: number): number {
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new InputError(
    inFour(
      'verwacht: {name} is een geheel aantal gebeurtenissen; gevonden: {value}',
      'attendu : {name} est un nombre entier d’événements ; trouvé : {value}',
      'erwartet: {name} ist eine ganze Zahl von Ereignissen; gefunden: {value}',
      'expected {name} to be a whole number of events, found {value}',
      { name, value: String(value) },
    ),
    inFour(
      'tel gebeurtenissen; kilo’s volgen geen Poissonverdeling, gebruik daarvoor sizeBands en largestShare',
      'comptez des événements ; les kilogrammes ne suivent pas de loi de Poisson, utilisez sizeBands et largestShare',
      'Ereignisse zählen; Kilogramm folgen keiner Poisson-Verteilung, dafür sizeBands und largestShare verwenden',
      'count events; kilograms follow no Poisson law, use sizeBands and largestShare for them',
    ),
  );
}

/** Variance over that of independent events, 1 where left out, or a UsageError. */
export function checkDispersion(value = 1): number {
  if (Number.isFinite(value) && value >= 1) return value;
  throw wrongUse(
    '`dispersion` is ten minste 1, die van onafhankelijke gebeurtenissen, niet {value}',
    '`dispersion` est au moins 1, celle d’événements indépendants, et non {value}',
    '`dispersion` ist mindestens 1, die unabhängiger Ereignisse, nicht {value}',
    '`dispersion` must be at least 1, which is that of independent events, got {value}',
    { value: String(value) },
  );
}

/** An exposure (population, days, controls), or an InputError. */
export function checkExposure(name: string | Text, value: number): number {
  if (Number.isFinite(value) && value > 0) return value;
  throw new InputError(
    inFour(
      'verwacht: {name} ligt boven nul; gevonden: {value}',
      'attendu : {name} est au-dessus de zéro ; trouvé : {value}',
      'erwartet: {name} liegt über null; gefunden: {value}',
      'expected {name} to be above zero, found {value}',
      { name, value: String(value) },
    ),
    inFour(
      'geef de bevolking, de dagen of de controles waartegen het aantal staat',
      'donnez la population, les jours ou les contrôles auxquels le nombre se rapporte',
      'die Bevölkerung, die Tage oder die Kontrollen angeben, auf die sich die Anzahl bezieht',
      'pass the population, the days or the controls that the count stands against',
    ),
  );
}

const orders = [
  inFour('het eerste aantal', 'le premier nombre', 'die erste Anzahl', 'the first count'),
  inFour('het tweede aantal', 'le second nombre', 'die zweite Anzahl', 'the second count'),
];
const exposureOrders = [
  inFour(
    'de eerste blootstelling',
    'la première exposition',
    'die erste Bezugsgröße',
    'the first exposure',
  ),
  inFour(
    'de tweede blootstelling',
    'la seconde exposition',
    'die zweite Bezugsgröße',
    'the second exposure',
  ),
];

/** Two counts that are compared, each with its exposure, or an InputError that says which of them is wrong. */
export function checkTwoCounts(
  counts: readonly [number, number],
  exposures: readonly [number, number],
): void {
  for (const [i, count] of counts.entries()) checkCount(orders[i] as Text, count);
  for (const [i, exposure] of exposures.entries())
    checkExposure(exposureOrders[i] as Text, exposure);
}

/** What to do about a quantity that is none. */
export const nullWhereUnknown: Text = inFour(
  'gebruik null waar de hoeveelheid van een vangst niet bekend is',
  'mettez null là où la quantité d’une saisie est inconnue',
  'null verwenden, wo die Menge eines Fundes nicht bekannt ist',
  'use null where the quantity of a seizure is not known',
);

/** The quantities that are known, or an InputError for one below zero. */
export function knownQuantities(quantities: ArrayLike<number | null>): readonly number[] {
  const known = Array.from(quantities).filter((quantity) => quantity !== null);
  const wrong = known.find((quantity) => !Number.isFinite(quantity) || quantity < 0);
  if (wrong === undefined) return known;
  throw new InputError(
    inFour(
      'verwacht: een hoeveelheid van nul of meer; gevonden: {wrong}',
      'attendu : une quantité de zéro ou plus ; trouvé : {wrong}',
      'erwartet: eine Menge von null oder mehr; gefunden: {wrong}',
      'expected a quantity of zero or more, found {wrong}',
      { wrong: String(wrong) },
    ),
    nullWhereUnknown,
  );
}
