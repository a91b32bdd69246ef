import { countUnits, inFour, RefusalError, type Text } from '@samenbeeld/schema';

/** Whether a unit counts events that can be independent of each other: seizures, not the tablets of one seizure. */
export function takesEvents(unit: string | undefined): boolean {
  return unit === 'count' || (unit !== undefined && countUnits.has(unit));
}

/** Refuses kilograms, tablets and euros where a method lives on the chance of counts; an unnamed unit is taken as a count. */
export function requireEvents(method: Text, unit: string | undefined): void {
  if (unit === undefined || takesEvents(unit)) return;
  throw new RefusalError(
    inFour(
      '{method} neemt aantallen gebeurtenissen; gevonden: {unit}.',
      '{method} prend des nombres d’événements ; trouvé : {unit}.',
      '{method} nimmt Anzahlen von Ereignissen; gefunden: {unit}.',
      '{method} takes counts of events, found {unit}.',
      { method, unit },
    ),
    {
      dimension: 'unit',
      remedy: inFour(
        'Tel de vangsten. Hoeveelheden volgen geen Poissonverdeling: beschrijf ze met hun aandelen en grootteklassen.',
        'Comptez les saisies. Les quantités ne suivent pas de loi de Poisson : décrivez-les par leurs parts et leurs classes de taille.',
        'Zählen Sie die Funde. Mengen folgen keiner Poisson-Verteilung: Beschreiben Sie sie durch Anteile und Größenklassen.',
        'Count the seizures. Quantities follow no Poisson law: describe them by their shares and their size classes.',
      ),
    },
  );
}
