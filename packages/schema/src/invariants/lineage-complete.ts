import type { Comparable } from '../comparability/scope.ts';
import { ownValue } from '../own-value.ts';
import { inFour } from '../sentence.ts';
import { type Found, type Invariant, invariant } from './invariant.ts';

function* find(records: readonly Comparable[]): Iterable<Found> {
  const seen = new Set<string>();
  for (const { id, source, origin } of records) {
    if (id === '') yield [id, inFour('geen id', 'pas d’identifiant', 'keine Kennung', 'no id')];
    if (seen.has(id))
      yield [
        id,
        inFour(
          'de id staat er twee keer',
          'l’identifiant y figure deux fois',
          'die Kennung steht zweimal da',
          'the id is there twice',
        ),
      ];
    seen.add(id);
    if (source === '')
      yield [id, inFour('geen bron', 'pas de source', 'keine Quelle', 'no source')];
    const empty = [origin.file, origin.column].includes('');
    if (empty || !Number.isInteger(origin.line) || origin.line < 0)
      yield [
        id,
        inFour(
          'de herkomst leidt niet naar een cel: bestand, regel en kolom',
          'son origine ne mène pas à une cellule : fichier, ligne et colonne',
          'die Herkunft führt zu keiner Zelle: Datei, Zeile und Spalte',
          'its origin does not lead to a cell: file, line and column',
        ),
      ];
  }
}

/** Invariant 18: each record has an id of its own and leads back to one cell of one file. */
export const lineageComplete: Invariant<readonly Comparable[]> = invariant(
  18,
  'lineage-complete',
  find,
);

/** The hash of each file of two builds from the same inputs. */
export interface Builds {
  readonly first: Readonly<Record<string, string>>;
  readonly second: Readonly<Record<string, string>>;
}

function* findChanges({ first, second }: Builds): Iterable<Found> {
  for (const file of [...new Set([...Object.keys(first), ...Object.keys(second)])].sort()) {
    if (ownValue(first, file) === ownValue(second, file)) continue;
    const what = !Object.hasOwn(first, file)
      ? 'appears'
      : !Object.hasOwn(second, file)
        ? 'disappears'
        : 'differs';
    yield [file, `${file} ${what} in the second build`];
  }
}

/** Invariant 18, builds: the same inputs give the same bytes. */
export const sameBytes: Invariant<Builds> = invariant(18, 'same-bytes', findChanges);
