import type { CodeEntry, CodeList } from '../code-list.ts';
import { wordList } from '../code-table.ts';

/** Frames of cooperation that a source, a statement or a decision belongs to; most are called alike in every language. */
export const programmes: CodeList<CodeEntry> = wordList('programmes', {
  EMPACT:
    'EMPACT, Europees multidisciplinair platform tegen criminaliteitsdreiging|EMPACT, plateforme pluridisciplinaire européenne contre les menaces criminelles|EMPACT, Europäische multidisziplinäre Plattform gegen kriminelle Bedrohungen|EMPACT, European Multidisciplinary Platform Against Criminal Threats',
  HAZELDONK:
    'samenwerking Hazeldonk (België, Nederland, Luxemburg, Frankrijk)|coopération Hazeldonk (Belgique, Pays-Bas, Luxembourg, France)|Zusammenarbeit Hazeldonk (Belgien, Niederlande, Luxemburg, Frankreich)|Hazeldonk cooperation (Belgium, Netherlands, Luxembourg, France)|Hazeldonk; Étoile',
  'SENN-POST':
    'SENN-POST, drugs via post en koerier|SENN-POST, stupéfiants par courrier et colis|SENN-POST, Drogen über Post und Kurier|SENN-POST, drugs by post and courier',
  FEDLAND: 'Fedland|Fedland|Fedland|Fedland',
  EURIEC:
    'EURIEC, Euregionaal Informatie- en Expertisecentrum|EURIEC, Centre eurégional d’information et d’expertise|EURIEC, Euregionales Informations- und Expertisezentrum|EURIEC, Euroregional Information and Expertise Centre',
  CROSSBES: 'CrossBES|CrossBES|CrossBES|CrossBES',
  'POL-CYBER': 'Pol-Cyber|Pol-Cyber|Pol-Cyber|Pol-Cyber',
});
