import type { Block } from '@samenbeeld/page';
import { text } from '../text.ts';
import { listBlock, paragraphBlock } from './blocks.ts';

/** 1. What is asked, and within which law. */
export function questionBlocks(): readonly Block[] {
  return [
    listBlock([
      text(
        'Wat waren de in beslag genomen drugs waard, en wat kan de rest hebben opgebracht? Wat bepaalt de onzekerheid?',
        'Que valait la drogue saisie, et qu’a pu rapporter le reste ? D’où vient l’incertitude ?',
        'Was waren die sichergestellten Drogen wert, und was kann der Rest eingebracht haben? Was bestimmt die Unsicherheit?',
        'What were the seized drugs worth, and what may the rest have brought in? What dominates the uncertainty?',
      ),
      text(
        'Welk deel ervan is terug te zien bij financiële-inlichtingeneenheden en in beslag op vermogen?',
        'Quelle part en apparaît auprès des cellules de renseignement financier et dans la saisie d’avoirs ?',
        'Welcher Teil davon zeigt sich bei den Meldestellen und in der Vermögenssicherung?',
        'Which part of it shows up with financial intelligence units and in the seizure of assets?',
      ),
      text(
        'Welke verklaringen voor waar het geld blijft, houden stand tegenover het bewijs?',
        'Quelles explications sur la destination de l’argent résistent aux indices ?',
        'Welche Erklärungen dafür, wo das Geld bleibt, halten den Hinweisen stand?',
        'Which explanations of where the money goes withstand the evidence?',
      ),
    ]),
    paragraphBlock(
      text(
        'Dit beeld gebruikt alleen gepubliceerde cijfers en opgegeven aannames. Het bevat geen personen, rekeningen of transacties, en het ordent geen personen, bedrijven of landen.',
        'Ce tableau n’utilise que des chiffres publiés et des hypothèses déclarées. Il ne contient ni personnes, ni comptes, ni transactions, et ne classe ni personnes, ni entreprises, ni pays.',
        'Dieses Bild nutzt nur veröffentlichte Zahlen und offengelegte Annahmen. Es enthält keine Personen, Konten oder Transaktionen und reiht weder Personen noch Firmen noch Länder.',
        'This picture uses published figures and stated assumptions only. It holds no persons, accounts or transactions, and ranks no persons, firms or countries.',
      ),
    ),
    paragraphBlock(
      text(
        'Voor confiscatie gelden de routes van Richtlijn (EU) 2024/1260: na veroordeling en naar waarde (art. 12), bij derden (13), uitgebreid (14), zonder veroordeling op beperkte gronden (15), onverklaard vermogen (16). De uiterste datum voor omzetting is 23 november 2026; een route die een land niet kent, is niet van toepassing en nooit nul. Tot een rechter beslist, heet vermogen hier in beslag genomen.',
        'La confiscation suit les voies de la directive (UE) 2024/1260 : après condamnation et en valeur (art. 12), auprès de tiers (13), élargie (14), sans condamnation pour des motifs limités (15), richesse inexpliquée (16). La date limite de transposition est le 23 novembre 2026 ; une voie qu’un pays ne connaît pas est sans objet, jamais zéro. Jusqu’à la décision d’un juge, les avoirs sont ici dits saisis.',
        'Für die Einziehung gelten die Wege der Richtlinie (EU) 2024/1260: nach Verurteilung und nach Wert (Art. 12), bei Dritten (13), erweitert (14), ohne Verurteilung aus begrenzten Gründen (15), ungeklärtes Vermögen (16). Frist für die Umsetzung ist der 23. November 2026; ein Weg, den ein Land nicht kennt, ist nicht anwendbar und nie null. Bis ein Gericht entscheidet, heißt Vermögen hier sichergestellt.',
        'Confiscation follows the routes of Directive (EU) 2024/1260: on conviction and by value (Art. 12), from third parties (13), extended (14), without conviction on limited grounds (15), unexplained wealth (16). The deadline for transposition is 23 November 2026; a route that a country does not have is not applicable, and never zero. Until a court decides, assets are called seized here.',
      ),
    ),
  ];
}
