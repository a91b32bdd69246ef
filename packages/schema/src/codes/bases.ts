import type { CodeEntry, CodeList } from '../code-list.ts';
import { wordList } from '../code-table.ts';
import { foldText } from '../fold-text.ts';
import type { Basis } from '../observation.ts';

/** On what footing something was counted. */
export const bases: CodeList<CodeEntry<Basis>> = wordList('bases', {
  seized_in_port:
    'in de haven in beslag genomen|saisies dans le port|im Hafen sichergestellt|seized in the port|inbeslagname in de haven; saisi dans le port; saisie portuaire; Sicherstellung im Hafen',
  seized_in_territory:
    'in het land in beslag genomen|saisies sur le territoire|im Inland sichergestellt|seized in the country|inbeslagname in het binnenland; saisi sur le territoire; saisie intérieure; Sicherstellung im Inland',
  seized_in_post:
    'in post en koerierszendingen in beslag genomen|saisies dans le courrier et les colis|in Post- und Kuriersendungen sichergestellt|seized in post and courier items|saisi dans le courrier et les colis',
  seized_in_action:
    'bij een controleactie in beslag genomen|saisies lors d’une opération de contrôle|bei einer Kontrollaktion sichergestellt|seized during a control action|saisi lors d’une opération de contrôle',
  entered_via_port:
    'via de haven binnengekomen|entrées par le port|über den Hafen eingeführt|entered via the port|entré par le port',
  destined_for_port:
    'bestemd voor de haven|à destination du port|für den Hafen bestimmt|destined for the port',
  destined_for_country:
    'in het buitenland in beslag genomen, bestemd voor het land|saisies à l’étranger, à destination du pays|im Ausland sichergestellt, für das Land bestimmt|seized abroad, destined for the country|saisi à l’étranger, à destination du pays',
  seized_or_destined:
    'in beslag genomen of voor het land bestemd|saisies ou envois à destination du pays|sichergestellt oder für das Land bestimmt|seized or destined for the country|saisi ou à destination du pays',
  seized_abroad:
    'in het buitenland in beslag genomen|saisies à l’étranger|im Ausland sichergestellt|seized abroad|saisi à l’étranger',
  came_from:
    'elders in beslag genomen, van hier afkomstig|saisies ailleurs, en provenance d’ici|anderswo sichergestellt, von hier stammend|seized elsewhere, came from here',
  at_sea:
    'op zee in beslag genomen|saisies en mer|auf See sichergestellt|seized at sea|saisi en mer',
  recorded: 'geregistreerd|faits enregistrés|registriert|recorded|enregistré',
  not_applicable: 'niet van toepassing|sans objet|nicht zutreffend|not applicable',
});

// Words are no names of a code: a label that holds one ("without the e-mail check") need not be of that basis.
const words: readonly (readonly [Basis, string])[] = [
  [
    'seized_in_post',
    'post; pakketten; pakjes; poststukken; postpakketten; postzendingen; koerierszendingen; brieven; poste; courrier; courriers; colis; colis postaux; envois postaux; postaux; saisies postales; postales; Postsendungen; Postpakete; Postpaketen; Pakete; Paketen; Päckchen; Briefe; Briefen; Kuriersendungen; mail; postal; postal items; mail items; parcels; postal parcels; courier items; letters',
  ],
  ['seized_in_action', 'controleactie; opération de contrôle; Kontrollaktion; control action'],
  ['seized_abroad', 'buitenland; étranger; Ausland; abroad'],
  ['at_sea', 'op zee; en mer; auf See; at sea'],
];

const named: ReadonlyMap<string, Basis> = new Map(
  words.flatMap(([code, names]) =>
    names.split('; ').map((name) => [foldText(name), code] as const),
  ),
);

/**
 * The basis that words of a sentence name in passing; null where they name none. For labels of a file `bases.lookup` is asked.
 *
 * @example
 * ```ts
 * import { basisNamed } from '@samenbeeld/schema';
 * basisNamed('colis postaux') // => 'seized_in_post'
 * basisNamed('the e-mail check') // => null
 * ```
 */
export const basisNamed = (text: string): Basis | null => named.get(foldText(text)) ?? null;
