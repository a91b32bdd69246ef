import { InputError, inFour, isDay, type Shape, shape, wrongUse } from '@samenbeeld/schema';
import { type Amount, toCents } from '../amount/cents.ts';
import {
  type LegalRoute,
  legalRoutes,
  oneOfTheRoutes,
  type RecoveryOutcome,
  type RecoveryStage,
  recoveryStages,
} from './stages.ts';

/** One thing that happened to the assets of one case. No names: cases are salted hashes. */
export interface RecoveryEvent {
  readonly caseRef: string;
  /** ISO 3166 code of the country that decides. */
  readonly country: string;
  readonly stage: RecoveryStage | RecoveryOutcome;
  readonly route: LegalRoute;
  readonly amount: Amount;
  readonly currency: string;
  readonly valueBasis: 'appraised' | 'realised' | 'claimed';
  /** ISO day of the stage. */
  readonly date: string;
}

/** An event whose amount is counted in cents. */
export interface CheckedRecovery extends RecoveryEvent {
  readonly cents: number;
}

const outcomes: ReadonlySet<string> = new Set<RecoveryOutcome>([
  'converted_to_cash',
  'shared',
  'victim_compensated',
  'returned',
  'reused_socially',
]);

/** Refuses events that are none, and counts their amounts in cents. */
export function checkRecovery(events: readonly RecoveryEvent[]): readonly CheckedRecovery[] {
  return events.map((event, at) => {
    const where = inFour(
      'gebeurtenis {at}, zaak {ref}',
      'événement {at}, affaire {ref}',
      'Ereignis {at}, Fall {ref}',
      'event {at}, case {ref}',
      { at: String(at + 1), ref: event.caseRef },
    );
    if (!Object.hasOwn(recoveryStages, event.stage) && !outcomes.has(event.stage))
      throw new InputError(
        inFour(
          '{where}: onbekend stadium "{stage}"',
          '{where} : stade inconnu « {stage} »',
          '{where}: unbekannte Stufe „{stage}“',
          '{where}: unknown stage "{stage}"',
          { where, stage: event.stage },
        ),
        inFour(
          'gebruik een van {a}',
          'utilisez l’un de {a}',
          'eines von {a} verwenden',
          'use one of {a}',
          { a: [...Object.keys(recoveryStages), ...outcomes].join(', ') },
        ),
      );
    if (!Object.hasOwn(legalRoutes, event.route))
      throw new InputError(
        inFour(
          '{where}: onbekende juridische route "{route}"',
          '{where} : voie légale inconnue « {route} »',
          '{where}: unbekannter Rechtsweg „{route}“',
          '{where}: unknown legal route "{route}"',
          { where, route: event.route },
        ),
        oneOfTheRoutes,
      );
    if (!isDay(event.date))
      throw new InputError(
        inFour(
          '{where}: verwacht: een dag zoals 2021-05-31; gevonden: "{date}"',
          '{where} : attendu : un jour comme 2021-05-31 ; trouvé : « {date} »',
          '{where}: erwartet: ein Tag wie 2021-05-31; gefunden: „{date}“',
          '{where}: expected a day such as 2021-05-31, found "{date}"',
          { where, date: event.date },
        ),
        inFour(
          'geef de dag waarop het stadium bereikt is',
          'donnez le jour où le stade a été atteint',
          'den Tag angeben, an dem die Stufe erreicht wurde',
          'give the day on which the stage was reached',
        ),
      );
    if (event.currency !== 'EUR')
      throw new InputError(
        inFour(
          '{where}: verwacht: euro; gevonden: {currency}',
          '{where} : attendu : l’euro ; trouvé : {currency}',
          '{where}: erwartet: Euro; gefunden: {currency}',
          '{where}: expected euro, found {currency}',
          { where, currency: event.currency },
        ),
        inFour(
          'reken het om tegen de dagkoers en zeg dat in het bestand',
          'convertissez-le au cours du jour et dites-le dans le fichier',
          'zum Tageskurs umrechnen und das in der Datei sagen',
          'convert it at the rate of the day and say so in the file',
        ),
      );
    const cents = toCents(
      event.amount,
      inFour(
        'het bedrag van {where}',
        'le montant de {where}',
        'der Betrag von {where}',
        'the amount of {where}',
        { where },
      ),
    );
    if (cents < 0)
      throw new InputError(
        inFour(
          '{where}: verwacht: een bedrag van nul of meer; gevonden: {amount}',
          '{where} : attendu : un montant de zéro ou plus ; trouvé : {amount}',
          '{where}: erwartet: ein Betrag von null oder mehr; gefunden: {amount}',
          '{where}: expected an amount of zero or more, found {amount}',
          { where, amount: String(event.amount) },
        ),
        inFour(
          'wat teruggegeven is, is de uitkomst "returned", geen negatief bedrag',
          'ce qui a été rendu est l’issue « returned », et non un montant négatif',
          'Zurückgegebenes ist das Ergebnis „returned“, kein negativer Betrag',
          'what was given back is the outcome "returned", not a negative amount',
        ),
      );
    return { ...event, cents };
  });
}

/** An ISO day as a number of days. */
export function dayNumber(day: string, name = 'asOf'): number {
  if (!isDay(day))
    throw wrongUse(
      '`{name}` is een dag zoals 2026-06-30, niet {day}',
      '`{name}` est un jour comme 2026-06-30, et non {day}',
      '`{name}` ist ein Tag wie 2026-06-30, nicht {day}',
      '`{name}` must be a day such as 2026-06-30, got {day}',
      { name, day },
    );
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

export const recoveryEventShape: Shape = shape.record<RecoveryEvent>({
  caseRef: shape.text,
  country: shape.text,
  stage: shape.text,
  route: shape.text,
  amount: shape.either(shape.number, shape.text),
  currency: shape.text,
  date: shape.text,
});
