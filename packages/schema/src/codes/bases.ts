import type { CodeEntry, CodeList } from '../code-list.ts';
import { wordList } from '../code-table.ts';
import type { Basis } from '../observation.ts';

/** On what footing something was counted. */
export const bases: CodeList<CodeEntry<Basis>> = wordList('bases', {
  seized_in_port:
    'in de haven in beslag genomen|saisi dans le port|im Hafen sichergestellt|seized in the port|inbeslagname in de haven; saisie portuaire; Sicherstellung im Hafen',
  seized_in_territory:
    'in het land in beslag genomen|saisi sur le territoire|im Inland sichergestellt|seized in the country|inbeslagname in het binnenland; saisie intérieure; Sicherstellung im Inland',
  seized_in_post:
    'in post en koerierszendingen in beslag genomen|saisi dans le courrier et les colis|in Post- und Kuriersendungen sichergestellt|seized in post and courier items',
  seized_in_action:
    'bij een controleactie in beslag genomen|saisi lors d’une opération de contrôle|bei einer Kontrollaktion sichergestellt|seized during a control action',
  entered_via_port:
    'via de haven binnengekomen|entré par le port|über den Hafen eingeführt|entered via the port',
  destined_for_port:
    'bestemd voor de haven|à destination du port|für den Hafen bestimmt|destined for the port',
  destined_for_country:
    'in het buitenland in beslag genomen, bestemd voor het land|saisi à l’étranger, à destination du pays|im Ausland sichergestellt, für das Land bestimmt|seized abroad, destined for the country',
  seized_or_destined:
    'in beslag genomen of voor het land bestemd|saisi ou à destination du pays|sichergestellt oder für das Land bestimmt|seized or destined for the country',
  seized_abroad:
    'in het buitenland in beslag genomen|saisi à l’étranger|im Ausland sichergestellt|seized abroad',
  at_sea: 'op zee in beslag genomen|saisi en mer|auf See sichergestellt|seized at sea',
  recorded: 'geregistreerd|enregistré|registriert|recorded',
  not_applicable: 'niet van toepassing|sans objet|nicht zutreffend|not applicable',
});
