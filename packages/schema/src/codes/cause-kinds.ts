import type { CodeEntry, CodeList } from '../code-list.ts';
import { wordList } from '../code-table.ts';
import type { Cause } from '../joint-total.ts';

/** Why a range is wider than a point, or a member missing. */
export const causeKinds: CodeList<CodeEntry<Cause['kind']>> = wordList('causeKinds', {
  wording:
    'bewoording van het cijfer|formulation du chiffre|Wortlaut der Zahl|wording of the figure',
  conflict:
    'tegenstrijdige cijfers|chiffres contradictoires|widersprüchliche Zahlen|conflicting figures',
  double_report:
    'mogelijk dubbel gemeld|double déclaration possible|möglicherweise doppelt gemeldet|possible double report',
  missing_quantity: 'hoeveelheid ontbreekt|quantité manquante|Menge fehlt|quantity missing',
  not_reported: 'niet gemeld|non déclaré|nicht gemeldet|not reported',
  finds_only:
    'alleen losse vangsten|saisies isolées seulement|nur einzelne Funde|single finds only',
  joint_report:
    'samen met een andere haven gemeld|déclaré avec un autre port|gemeinsam mit einem anderen Hafen gemeldet|reported jointly with another port',
  not_comparable:
    'niet vergelijkbaar, dus niet opgeteld|non comparable, donc non additionné|nicht vergleichbar, also nicht addiert|not comparable, so not added',
  override:
    'opgeteld volgens een beslissing|additionné selon une décision|laut Entscheidung addiert|added by a decision',
});
