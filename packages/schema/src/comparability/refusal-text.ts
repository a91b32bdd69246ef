import type { RefusalError } from '../errors.ts';
import type { Text } from '../language.ts';
import { colonAfter, inEach } from '../sentence.ts';
import { dimensionLabel, four, type Purpose } from './dimensions.ts';

/** nl, fr, de, en. */
type InFour = string;

const leads: Readonly<Record<Purpose, Text>> = {
  sum: four('Niet opgeteld|Non additionné|Nicht addiert|Not added'),
  rate: four('Niet vergeleken|Non comparé|Nicht verglichen|Not compared'),
  trend: four('Geen trend|Pas de tendance|Kein Trend|No trend'),
};

/** How the rows are unlike, where it is more than a value that differs. */
const unlike: Readonly<Record<string, InFour>> = {
  break:
    'de reeks loopt over een verklaarde breuk heen|la série franchit une rupture déclarée|Die Reihe geht über einen erklärten Bruch hinweg|the series crosses a declared break',
  members:
    'de havens in de som wisselen van jaar tot jaar|les ports de la somme changent d’une année à l’autre|Die Häfen in der Summe wechseln von Jahr zu Jahr|the ports in the sum change from year to year',
  frequency:
    'de perioden zijn niet even lang|les périodes ne sont pas de même longueur|Die Zeiträume sind nicht gleich lang|the periods are not of one length',
};

/** What would go wrong. */
const harms: Readonly<Record<string, InFour>> = {
  kind: 'Een losse vangst kan deel zijn van een opgegeven cijfer.|Une saisie peut faire partie d’un chiffre déclaré.|Ein einzelner Fund kann in einer gemeldeten Zahl enthalten sein.|A find may be part of a figure that is claimed.',
  stage:
    'Wat in een jaar wordt geïnd, komt uit zaken van andere jaren; alleen dezelfde zaken zijn van stap tot stap te volgen.|Ce qui est recouvré en un an provient d’affaires d’autres années ; seules les mêmes affaires se suivent d’une étape à l’autre.|Was in einem Jahr vereinnahmt wird, stammt aus Fällen anderer Jahre; nur dieselben Fälle lassen sich von Stufe zu Stufe verfolgen.|What is collected in a year comes from cases of other years; only the same cases can be followed from stage to stage.',
  metric:
    'Verschillende dingen hebben geen cijfer gemeen.|Des choses différentes n’ont pas de chiffre commun.|Verschiedenes hat keine gemeinsame Zahl.|Different things have no figure in common.',
  statistic:
    'Alleen sommen en aantallen zijn op te tellen.|Seuls les sommes et les nombres s’additionnent.|Nur Summen und Anzahlen lassen sich addieren.|Only sums and counts add.',
  basis:
    'De ene grondslag telt vangsten die elders zijn gedaan.|L’une des bases compte des saisies faites ailleurs.|Eine der Grundlagen zählt Funde, die anderswo gemacht wurden.|One of the bases counts seizures that were made elsewhere.',
  unit: 'Hoeveelheden in verschillende eenheden zijn niet samen te nemen.|Des quantités d’unités différentes ne se réunissent pas.|Mengen in verschiedenen Einheiten lassen sich nicht zusammennehmen.|Quantities in different units cannot be put together.',
  'counting rule':
    'Een andere telregel zou op andere criminaliteit lijken.|Une autre règle de comptage ressemblerait à une autre criminalité.|Eine andere Zählregel sähe wie andere Kriminalität aus.|Another counting rule would look like other crime.',
  substance:
    'Een som over middelen moet uitdrukkelijk gevraagd worden.|Une somme sur plusieurs substances doit être demandée.|Eine Summe über mehrere Stoffe muss verlangt werden.|A sum over substances must be asked for.',
  offence:
    'Een som over delicten moet uitdrukkelijk gevraagd worden.|Une somme sur plusieurs infractions doit être demandée.|Eine Summe über mehrere Straftaten muss verlangt werden.|A sum over offences must be asked for.',
  'market level':
    'Een kiloprijs en een straatprijs zijn niet te vergelijken.|Un prix au kilo et un prix de rue ne se comparent pas.|Ein Kilopreis und ein Straßenpreis lassen sich nicht vergleichen.|A kilogram price and a street price do not compare.',
  extent:
    'Een vangst, of wat één dienst telt, is niet het cijfer van het geheel.|Une saisie, ou ce que compte un seul service, n’est pas le chiffre de l’ensemble.|Ein Fund, oder was eine einzige Behörde zählt, ist nicht die Zahl des Ganzen.|A find, or what one service counts, is not the figure of the whole.',
  agency:
    'Wat diensten samen in beslag namen, zou dubbel tellen.|Ce que des services ont saisi ensemble compterait deux fois.|Was Behörden gemeinsam sicherstellten, zählte doppelt.|What agencies seized together would count twice.',
  territory:
    'Het ene gebied ligt in het andere, of begint pas later te melden.|Un territoire est compris dans l’autre, ou ne déclare que plus tard.|Ein Gebiet liegt im anderen oder meldet erst später.|One territory lies in another, or begins to report later.',
  period:
    'Een deel van een periode is geen cijfer van de periode.|Une partie d’une période n’est pas le chiffre de la période.|Ein Teil eines Zeitraums ist keine Zahl des Zeitraums.|A part of a period is no figure of the period.',
  vintage:
    'Een nieuwe uitgave herziet de oude.|Une nouvelle édition révise l’ancienne.|Eine neue Ausgabe berichtigt die alte.|A new release revises the old one.',
  break:
    'Een verandering van regel zou op een verandering van criminaliteit lijken.|Un changement de règle ressemblerait à un changement de criminalité.|Eine geänderte Regel sähe wie geänderte Kriminalität aus.|A change of rule would look like a change in crime.',
  members:
    'Een haven die begint te melden, zou op een stijging lijken.|Un port qui commence à déclarer ressemblerait à une hausse.|Ein Hafen, der zu melden beginnt, sähe wie ein Anstieg aus.|A port that begins to report would look like a rise.',
};

/**
 * A refusal as a reader of a picture is told it, in four languages: what is not done, in what the rows differ, what would go
 * wrong, and the decision that would allow it, where one can; with what was found to differ, where it is given.
 *
 * @example
 * ```ts
 * import { refusalText } from '@samenbeeld/schema';
 * refusalText({ dimension: 'unit', subject: null }, 'sum').en // => 'Not added: the rows differ (unit). Quantities in different units cannot be put together.'
 * ```
 */
export function refusalText(
  { dimension, subject }: Pick<RefusalError, 'dimension' | 'subject'>,
  purpose: Purpose,
  found?: Text,
): Text {
  const what = dimensionLabel(dimension);
  const how = unlike[dimension];
  const said = how
    ? four(how)
    : four(
        'de gegevens verschillen ({what})|les données diffèrent ({what})|Die Angaben unterscheiden sich ({what})|the rows differ ({what})',
      );
  const unless = four(
    ', tenzij iemand vastlegt dat het toch mag (onderwerp van die beslissing: "{subject}")|, sauf si quelqu’un consigne que c’est permis malgré tout (objet de cette décision : « {subject} »)|, sofern nicht jemand festhält, dass es trotzdem zulässig ist (Gegenstand dieser Entscheidung: „{subject}“)|, unless someone records that it may be done all the same (subject of that decision: "{subject}")',
  );
  const harm = harms[dimension];
  return inEach((language) => {
    const apart = found ? found[language] : '';
    const named = [what[language], apart]
      .filter((one) => one !== '')
      .join(`${colonAfter[language]} `);
    const differs = how
      ? `${said[language]}${apart === '' ? '' : ` (${apart})`}`
      : said[language].replace('{what}', () => named);
    const decide =
      subject === null
        ? ''
        : unless[language]
            .replace('{subject}', () => subject)
            .replace(' :', '\u00a0:')
            .replace('« ', '«\u00a0')
            .replace(' »', '\u00a0»');
    const why = harm ? ` ${four(harm)[language]}` : '';
    return `${leads[purpose][language]}${colonAfter[language]} ${differs}${decide}.${why}`;
  });
}
