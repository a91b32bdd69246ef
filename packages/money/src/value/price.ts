import { inFour, ownValue, RefusalError } from '@samenbeeld/schema';
import type { Assumed } from './assumed.ts';

/** At which step of the trade a price was paid. */
export type MarketLevel = 'import' | 'wholesale' | 'mid_level' | 'retail';

/** A price per unit of a substance. */
export interface Price extends Assumed {
  readonly level: MarketLevel;
  /** "EUR/kg", "EUR/g". */
  readonly unit: string;
  /** Purity the price was paid for, 0 to 1; null where it was not told. */
  readonly purity: number | null;
  /** A value that an agency declared for a seizure is no price: it is kept, and never calculated with. */
  readonly declared: boolean;
}

const perKilogram: Readonly<Record<string, number>> = { 'EUR/kg': 1, 'EUR/g': 1000 };

/**
 * How many euro a kilogram one unit of the price is.
 *
 * @throws RefusalError for a declared value, another currency, or a price of pieces
 */
export function eurosPerKilogram({ id, unit, declared }: Price): number {
  if (declared)
    throw new RefusalError(
      inFour(
        '{id} is een waarde die voor een inbeslagname is opgegeven, geen betaalde prijs.',
        '{id} est une valeur déclarée pour une saisie, et non un prix payé.',
        '{id} ist ein für eine Sicherstellung erklärter Wert, kein gezahlter Preis.',
        '{id} is a value that was declared for a seizure, not a price that was paid.',
        { id },
      ),
      {
        dimension: 'price',
        remedy: inFour(
          'Gebruik een prijs uit een enquête of onderzoek; toon de opgegeven waarde ernaast.',
          'Prenez un prix d’une enquête ; montrez à côté la valeur déclarée.',
          'Nehmen Sie einen Preis aus einer Erhebung oder Ermittlung; zeigen Sie den erklärten Wert daneben.',
          'Use a price of a survey or an investigation; show the declared value beside it.',
        ),
      },
    );
  const factor = ownValue(perKilogram, unit);
  if (factor === undefined)
    throw new RefusalError(
      inFour(
        '{id} is een prijs in {unit}, en dat is geen euro per gewicht.',
        '{id} est un prix en {unit}, ce qui n’est pas un prix en euros au poids.',
        '{id} ist ein Preis in {unit}, und das ist kein Euro je Gewicht.',
        '{id} is a price in {unit}, which is not euro by weight.',
        { id, unit },
      ),
      {
        dimension: 'unit',
        remedy: inFour(
          'Reken hem eerst om: `priceInEuro` voor een gedateerde wisselkoers en een hoeveelheid zoals 10 g; stuks vragen een aanname over hun gewicht.',
          'Convertissez-le d’abord : `priceInEuro` pour un cours daté et une quantité comme 10 g ; des pièces demandent une hypothèse sur leur poids.',
          'Rechnen Sie ihn zuerst um: `priceInEuro` für einen datierten Wechselkurs und eine Menge wie 10 g; Stücke brauchen eine Annahme über ihr Gewicht.',
          'Convert it first: `priceInEuro` for a dated exchange rate and an amount such as 10 g; pieces need an assumption about their weight.',
        ),
      },
    );
  return factor;
}

/** Refuses a price of another level than the calculation is about. */
export function checkLevel({ id, level }: Price, asked: MarketLevel): void {
  if (level === asked) return;
  throw new RefusalError(
    inFour(
      '{id} is een prijs op het niveau {level}, gevraagd is {asked}.',
      '{id} est un prix au niveau {level}, il est demandé {asked}.',
      '{id} ist ein Preis der Ebene {level}, gefragt ist {asked}.',
      '{id} is a price at the level {level}, asked is {asked}.',
      { id, level, asked },
    ),
    {
      dimension: 'market level',
      remedy: inFour(
        'Gebruik een prijs van het niveau waarop de drugs in beslag genomen of verkocht zijn.',
        'Prenez un prix du niveau auquel les drogues ont été saisies ou vendues.',
        'Nehmen Sie einen Preis der Ebene, auf der die Drogen sichergestellt oder verkauft wurden.',
        'Use a price of the level at which the drugs were seized or sold.',
      ),
    },
  );
}
