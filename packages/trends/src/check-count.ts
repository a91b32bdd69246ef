import { InputError, inFour, type Text, UsageError } from '@samenbeeld/schema';

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
    {
      repair: inFour(
        'tel gebeurtenissen; kilo’s volgen geen Poissonverdeling, gebruik daarvoor sizeBands en largestShare',
        'comptez des événements ; les kilogrammes ne suivent pas de loi de Poisson, utilisez sizeBands et largestShare',
        'Ereignisse zählen; Kilogramm folgen keiner Poisson-Verteilung, dafür sizeBands und largestShare verwenden',
        'count events; kilograms follow no Poisson law, use sizeBands and largestShare for them',
      ),
    },
  );
}

/** Variance over that of independent events, 1 where left out, or a UsageError. */
export function checkDispersion(value = 1): number {
  if (Number.isFinite(value) && value >= 1) return value;
  throw new UsageError(
    inFour(
      '`dispersion` is ten minste 1, die van onafhankelijke gebeurtenissen, niet {value}',
      '`dispersion` est au moins 1, celle d’événements indépendants, et non {value}',
      '`dispersion` ist mindestens 1, die unabhängiger Ereignisse, nicht {value}',
      '`dispersion` must be at least 1, which is that of independent events, got {value}',
      { value: String(value) },
    ),
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
    {
      repair: inFour(
        'geef de bevolking, de dagen of de controles waartegen het aantal staat',
        'donnez la population, les jours ou les contrôles auxquels le nombre se rapporte',
        'die Bevölkerung, die Tage oder die Kontrollen angeben, auf die sich die Anzahl bezieht',
        'pass the population, the days or the controls that the count stands against',
      ),
    },
  );
}
