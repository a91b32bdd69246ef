import type { CodeEntry, CodeList } from '../code-list.ts';
import { wordList } from '../code-table.ts';
import type { Source } from '../source.ts';

/** What kind of publication a source is. */
export const sourceKinds: CodeList<CodeEntry<Source['kind']>> = wordList('sourceKinds', {
  register: 'register|registre|Register|register',
  annual_report: 'jaarverslag|rapport annuel|Jahresbericht|annual report',
  press_release: 'persbericht|communiqué de presse|Pressemitteilung|press release',
  press_article: 'krantenartikel|article de presse|Zeitungsartikel|press article',
  parliamentary_answer:
    'antwoord op een Kamervraag|réponse à une question parlementaire|Antwort auf eine parlamentarische Anfrage|parliamentary answer',
  statistical_db:
    'statistische databank|base de données statistiques|statistische Datenbank|statistical database',
  survey: 'enquête|enquête par sondage|Umfrage|survey',
  liaison_report:
    'verslag van een verbindingsofficier|rapport d’un officier de liaison|Bericht eines Verbindungsbeamten|liaison officer’s report',
  private_partner: 'private partner|partenaire privé|privater Partner|private partner',
  scientific:
    'wetenschappelijke publicatie|publication scientifique|wissenschaftliche Veröffentlichung|scientific publication',
  claim_sheet:
    'overzicht van gepubliceerde cijfers|relevé de chiffres publiés|Übersicht veröffentlichter Zahlen|sheet of published figures',
});
