import { InputError, inFour } from '@samenbeeld/schema';
import { type Component, recordsOf } from './record-pair.ts';
import { pairKey } from './said-together.ts';
import type { TiedRecords } from './tied-records.ts';
import { type PartitionOptions, weighComponent } from './weigh-component.ts';

/** Throws where tied records cannot be weighed: an id twice, a pair of an unknown record, odds that are none, a pair twice. */
function checkTied({ records, pairs }: TiedRecords): void {
  const ids = new Set<string>();
  for (const { id } of records) {
    if (ids.has(id))
      throw new InputError(
        inFour(
          'verwacht: elk record één keer; gevonden: twee met de id "{id}"',
          'attendu : chaque enregistrement une fois ; trouvé : deux avec l’identifiant « {id} »',
          'erwartet: jeder Datensatz einmal; gefunden: zwei mit der Kennung „{id}“',
          'Expected each record once, found two with the id "{id}"',
          { id },
        ),
        inFour(
          'geef elk record een eigen id.',
          'donnez à chaque enregistrement un identifiant propre.',
          'jedem Datensatz eine eigene Kennung geben.',
          'Give every record an id of its own.',
        ),
      );
    ids.add(id);
  }
  const seen = new Set<string>();
  for (const { a, b, odds } of pairs) {
    const unknown = [...recordsOf(a), ...recordsOf(b)].find((id) => !ids.has(id));
    if (unknown !== undefined)
      throw new InputError(
        inFour(
          'verwacht: paren van de gegeven records; gevonden: "{unknown}" in het paar van "{a}" en "{b}", dat er geen van is',
          'attendu : des paires des enregistrements donnés ; trouvé : « {unknown} » dans la paire de « {a} » et « {b} », qui n’en est pas',
          'erwartet: Paare der gegebenen Datensätze; gefunden: „{unknown}“ im Paar von „{a}“ und „{b}“, das keiner davon ist',
          'Expected pairs of the records given, found "{unknown}" in the pair of "{a}" and "{b}", which is none of them',
          { unknown, a, b },
        ),
        inFour(
          'voeg het record toe, of sorteer de paren eerst met tiedRecords.',
          'ajoutez l’enregistrement, ou triez d’abord les paires avec tiedRecords.',
          'den Datensatz hinzufügen oder die Paare zuerst mit tiedRecords ordnen.',
          'Add the record, or sort the pairs with tiedRecords first.',
        ),
      );
    if (!(odds >= 0))
      throw new InputError(
        inFour(
          'verwacht: kansverhoudingen vanaf 0; gevonden: {odds} voor het paar van "{a}" en "{b}"',
          'attendu : des cotes à partir de 0 ; trouvé : {odds} pour la paire de « {a} » et « {b} »',
          'erwartet: Chancen ab 0; gefunden: {odds} für das Paar von „{a}“ und „{b}“',
          'Expected odds from 0 on, found {odds} for the pair of "{a}" and "{b}"',
          { odds: String(odds), a, b },
        ),
        inFour(
          'geef p / (1 - p) van een kans p van 0 tot 1.',
          'donnez p / (1 - p) d’une probabilité p de 0 à 1.',
          'p / (1 - p) einer Wahrscheinlichkeit p von 0 bis 1 angeben.',
          'Give p / (1 - p) of a probability p from 0 to 1.',
        ),
      );
    const key = pairKey(a, b);
    if (seen.has(key))
      throw new InputError(
        inFour(
          'verwacht: elk paar één keer; gevonden: het paar van "{a}" en "{b}" opnieuw',
          'attendu : chaque paire une fois ; trouvé : la paire de « {a} » et « {b} » à nouveau',
          'erwartet: jedes Paar einmal; gefunden: das Paar von „{a}“ und „{b}“ noch einmal',
          'Expected each pair once, found the pair of "{a}" and "{b}" again',
          { a, b },
        ),
        inFour(
          'geef één kansverhouding voor de twee, welke ook eerst komt.',
          'donnez une seule cote pour les deux, quel que soit le premier.',
          'eine Chance für die beiden angeben, gleich welcher zuerst kommt.',
          'Give one odds for the two, whichever comes first.',
        ),
      );
    seen.add(key);
  }
}

export type { PartitionOptions };

/**
 * The partitions of tied records with their probabilities: each admissible partition is weighted by the product of the odds
 * of the pairs that it joins (joint total, rule 12).
 *
 * A pair that is kept apart weighs 1, so that a pair alone, of odds o, is the same with probability o / (1 + o); the product
 * over the pairs joined is the product of p over them and of 1 − p over those kept apart, up to a factor that all
 * partitions share. Up to 150,000 partitions are weighed one by one; of more, 6,000 are drawn, each with
 * exactly its probability, or where they are too many for that by four walks of a sampler, which must agree (`settled`).
 * What is drawn follows from the seed and the ids.
 *
 * @throws InputError for odds below 0 or that are no number, for an id or a pair given twice, for a pair of a record not given
 * @example
 * ```ts
 * import { partitionComponent } from '@samenbeeld/merge';
 * const records = [{ id: 'a', source: 'nl' }, { id: 'b', source: 'be' }];
 * const { partitions } = partitionComponent({ records, pairs: [{ a: 'a', b: 'b', odds: 3 }] });
 * partitions.map(({ groups, probability }) => `${groups.length} seizures: ${probability}`)
 * // => ['1 seizures: 0.75', '2 seizures: 0.25']
 * ```
 */
export function partitionComponent(tied: TiedRecords, options: PartitionOptions = {}): Component {
  checkTied(tied);
  return weighComponent(tied, options).component;
}

/** The probability that two sides of a pair are the same seizure, with everything else that is tied to them weighed. */
export function togetherIn({ partitions }: Component, ids: readonly string[]): number {
  return partitions
    .filter(({ groups }) => groups.some((group) => ids.every((id) => group.includes(id))))
    .reduce((sum, { probability }) => sum + probability, 0);
}
