import type { Block } from '@samenbeeld/page';
import { text } from '../text.ts';
import { listBlock } from './blocks.ts';

/** 8. What this picture does not do, and by which rule. */
export function safeguardsBlocks(): readonly Block[] {
  return [
    listBlock([
      text(
        'Geen personen: er is geen veld voor een persoon, en er wordt niemand gescoord of voorspeld (Verordening (EU) 2024/1689, art. 5, lid 1, punt d)).',
        'Pas de personnes : aucun champ n’y est prévu, et personne n’est évalué ni prédit (règlement (UE) 2024/1689, art. 5, § 1, d)).',
        'Keine Personen: Es gibt kein Feld dafür, und niemand wird bewertet oder vorhergesagt (Verordnung (EU) 2024/1689, Art. 5 Abs. 1 Buchst. d).',
        'No persons: there is no field for one, and nobody is scored or predicted (Regulation (EU) 2024/1689, Art. 5(1)(d)).',
      ),
      text(
        'Geen hoofdbedrag: van omzet staat er een bereik voor elk aangenomen deel, en wat achter een eurobedrag ligt, opent met een klik.',
        'Pas de montant phare : le chiffre d’affaires est une fourchette pour chaque part supposée, et ce qui fonde un montant en euros s’ouvre d’un clic.',
        'Kein Schlagzeilenbetrag: Umsatz steht als Spanne für jeden angenommenen Anteil, und was hinter einem Eurobetrag liegt, öffnet sich mit einem Klick.',
        'No headline amount: revenue is a range for each assumed share, and what lies behind an amount in euro opens on a click.',
      ),
      text(
        'Wat een dienst een vangst waard noemt, wordt bewaard en nergens mee gerekend.',
        'Ce qu’un service dit qu’une saisie vaut est conservé et n’entre dans aucun calcul.',
        'Was eine Behörde einen Fund wert nennt, wird aufbewahrt und geht in keine Rechnung ein.',
        'What an agency says a find is worth is kept, and enters no calculation.',
      ),
      text(
        'Aantallen van financiële-inlichtingeneenheden van twee landen delen nooit een as: dat wordt geweigerd. Naast elkaar staan alleen indices, elk van één land en één telregel.',
        'Les nombres des cellules de deux pays ne partagent jamais un axe : c’est refusé. Seuls des indices se côtoient, chacun d’un seul pays et d’une seule règle de comptage.',
        'Zahlen der Meldestellen zweier Länder teilen nie eine Achse: Das wird verweigert. Nebeneinander stehen nur Indizes, jeder von einem Land und einer Zählregel.',
        'Counts of the financial intelligence units of two countries never share an axis: that is refused. Only indices stand side by side, each of one country and one counting rule.',
      ),
      text(
        'Feiten en oordelen zijn gescheiden: cijfers hebben een bron en een cel, oordelen een bestand, een graad en een datum waarop ze worden nagegaan (Richtlijn (EU) 2016/680, art. 7).',
        'Faits et appréciations sont séparés : les chiffres ont une source et une cellule, les appréciations un fichier, un degré de fiabilité et une date de vérification (directive (UE) 2016/680, art. 7).',
        'Tatsachen und Einschätzungen sind getrennt: Zahlen haben eine Quelle und eine Zelle, Einschätzungen eine Datei, einen Grad und ein Prüfdatum (Richtlinie (EU) 2016/680, Art. 7).',
        'Facts and assessments are kept apart: figures have a source and a cell, assessments a file, a grade and a date on which they are looked at (Directive (EU) 2016/680, Art. 7).',
      ),
      text(
        'Geen rangorde van landen: zwaartekrachtmodellen van witwassen staan in geen rapport.',
        'Pas de classement de pays : les modèles gravitaires du blanchiment ne figurent dans aucun rapport.',
        'Keine Rangfolge von Ländern: Gravitationsmodelle der Geldwäsche stehen in keinem Bericht.',
        'No ranking of countries: gravity models of laundering stand in no report.',
      ),
    ]),
  ];
}
