import { InputError, inFour, type Seizure } from '@samenbeeld/schema';
import { recordsOf } from './same-seizure/partition/record-pair.ts';

function placeOf({ origin: { file, line } }: Seizure) {
  return { place: { file, line } };
}

/** Refuses two records under one id: which of them a pair or a decision means cannot be told. */
export function assertOneOfEachId(seizures: readonly Seizure[]): void {
  const seen = new Set<string>();
  for (const seizure of seizures) {
    if (seen.has(seizure.id))
      throw new InputError(
        inFour(
          'verwacht: elke id één keer; "{id}" staat voor meer dan één record',
          'attendu : chaque identifiant une fois ; « {id} » désigne plusieurs enregistrements',
          'erwartet: jede Kennung einmal; „{id}“ steht für mehr als einen Datensatz',
          'Expected a record id once; "{id}" stands for more than one record',
          { id: seizure.id },
        ),
        {
          ...placeOf(seizure),
          repair: inFour(
            'geef elk record een eigen id, en geef elk record één keer.',
            'donnez à chaque enregistrement un identifiant propre, et donnez chaque enregistrement une fois.',
            'jedem Datensatz eine eigene Kennung geben, und jeden Datensatz einmal.',
            'Give each record an id of its own, and pass each record once.',
          ),
        },
      );
    seen.add(seizure.id);
  }
}

/** Refuses ids that the key of a pair cannot hold: it parts records by a blank and batches by "+". */
export function assertPairableIds(seizures: readonly Seizure[]): void {
  for (const seizure of seizures)
    if (!/^[^\s+]+$/.test(seizure.id))
      throw new InputError(
        inFour(
          'verwacht: een id zonder spaties en zonder "+"; gevonden: "{id}"',
          'attendu : un identifiant sans blancs et sans « + » ; trouvé : « {id} »',
          'erwartet: eine Kennung ohne Leerzeichen und ohne „+“; gefunden: „{id}“',
          'Expected a record id without blanks and without "+"; found "{id}"',
          { id: seizure.id },
        ),
        {
          ...placeOf(seizure),
          repair: inFour(
            'schrijf de id anders, bijvoorbeeld met "-" waar een spatie of "+" staat: het onderwerp van een beslissing over twee records zou niet terug te lezen zijn.',
            'écrivez l’identifiant autrement, par exemple avec « - » à la place d’un blanc ou d’un « + » : l’objet d’une décision sur deux enregistrements ne pourrait être relu.',
            'die Kennung anders schreiben, etwa mit „-“, wo ein Leerzeichen oder „+“ steht: Der Gegenstand einer Entscheidung über zwei Datensätze ließe sich nicht zurücklesen.',
            'Write the id otherwise, for instance with "-" where it has a blank or "+": the subject of a decision on two records could not be read back.',
          ),
        },
      );
  assertOneOfEachId(seizures);
}

/** Refuses pairs of records that are not there: what ties them to others would be lost. */
export function assertKnownPairs(
  seizures: readonly Seizure[],
  pairs: readonly { readonly key: string; readonly a: string; readonly b: string }[],
): void {
  const ids = new Set(seizures.map(({ id }) => id));
  for (const { key, a, b } of pairs) {
    const unknown = [...recordsOf(a), ...recordsOf(b)].find((id) => !ids.has(id));
    if (unknown !== undefined)
      throw new InputError(
        inFour(
          'verwacht: paren van de gegeven records; "{key}" noemt "{unknown}", dat er niet bij is',
          'attendu : des paires des enregistrements donnés ; « {key} » nomme « {unknown} », qui n’en fait pas partie',
          'erwartet: Paare der gegebenen Datensätze; „{key}“ nennt „{unknown}“, das nicht darunter ist',
          'Expected pairs of the records given; "{key}" names "{unknown}", which is not among them',
          { key, unknown },
        ),
        inFour(
          'geef de records waarin de paren gevonden zijn, of laat de paren weg van records die wegblijven.',
          'donnez les enregistrements où les paires ont été trouvées, ou laissez de côté les paires d’enregistrements écartés.',
          'die Datensätze geben, in denen die Paare gefunden wurden, oder die Paare weglassen, deren Datensätze wegbleiben.',
          'Pass the records in which the pairs were found, or leave out the pairs of records that are left out.',
        ),
      );
  }
}
