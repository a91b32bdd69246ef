import type { Decision } from '../decision.ts';
import type { Text } from '../language.ts';

function text(nl: string, fr: string, de: string, en: string): Text {
  return { nl, fr, de, en };
}

/** What a claim or an event does for a figure. */
export type EvidenceRole =
  | 'governing'
  | 'combined'
  | 'absorbed'
  | 'rival'
  | 'find'
  | 'ceiling'
  | 'not_added'
  | 'explained'
  | 'set_aside'
  | 'added'
  | 'part'
  | 'counted'
  | 'merged';

/** The roles of evidence, in words that stand before a colon or alone. */
export const evidenceRoles: Readonly<Record<EvidenceRole, Text>> = {
  governing: text('geldt', 'fait foi', 'maßgeblich', 'governs'),
  combined: text('sluit aan', 'concorde', 'stimmt überein', 'agrees'),
  absorbed: text(
    'opgegaan in een preciezer cijfer',
    'absorbé par un chiffre plus précis',
    'in einer genaueren Zahl enthalten',
    'absorbed by a finer figure',
  ),
  rival: text('in tegenspraak', 'en contradiction', 'im Widerspruch', 'contends'),
  find: text(
    'losse vangst: ondergrens',
    'saisie isolée : plancher',
    'Einzelfund: Untergrenze',
    'single find: a floor',
  ),
  ceiling: text('voor een plafond', 'pour un plafond', 'für eine Obergrenze', 'for a ceiling'),
  not_added: text('niet opgeteld', 'non additionné', 'nicht addiert', 'not added'),
  explained: text('verklaard', 'expliqué', 'erklärt', 'explained away'),
  set_aside: text(
    'opzijgezet door een beslissing',
    'écarté par une décision',
    'durch eine Entscheidung zurückgestellt',
    'set aside by a decision',
  ),
  added: text('opgeteld', 'additionné', 'addiert', 'added'),
  part: text('onderdeel', 'partie', 'Teil', 'part'),
  counted: text('geteld', 'compté', 'gezählt', 'counted'),
  merged: text('dubbele melding', 'doublon', 'Doppelmeldung', 'double report'),
};

/** What a decision is about. */
export const decisionKinds: Readonly<Record<Decision['kind'], Text>> = {
  conflict: text('tegenspraak', 'contradiction', 'Widerspruch', 'conflict'),
  ceiling: text('plafond', 'plafond', 'Obergrenze', 'ceiling'),
  override: text('uitzondering', 'dérogation', 'Ausnahme', 'override'),
  release: text('vrijgave', 'autorisation', 'Freigabe', 'release'),
  'same-seizure': text('zelfde vangst', 'même saisie', 'gleicher Fund', 'same-seizure'),
  'same-measure': text('zelfde maat', 'même mesure', 'gleiches Maß', 'same-measure'),
  crosswalk: text(
    'betekenis van een label',
    'sens d’un libellé',
    'Bedeutung einer Bezeichnung',
    'meaning of a label',
  ),
  correction: text('verbetering', 'correction', 'Berichtigung', 'correction'),
  repair: text('herstel', 'réparation', 'Reparatur', 'repair'),
};

/** Names of the words that doors share. */
export type Term =
  | 'undecided'
  | 'decided'
  | 'explained'
  | 'reported'
  | 'modelled'
  | 'lowest'
  | 'likely'
  | 'highest'
  | 'atLeast'
  | 'atMost'
  | 'total'
  | 'status'
  | 'year'
  | 'period'
  | 'open';

/** Words for the state of a figure and the ends of its range, lower case as they stand in a heading or a list. */
export const terms: Readonly<Record<Term, Text>> = {
  undecided: text('onbeslist', 'non tranché', 'unentschieden', 'undecided'),
  decided: text('beslist', 'tranché', 'entschieden', 'decided'),
  explained: text('verklaard', 'expliqué', 'erklärt', 'explained'),
  reported: text('gemeld', 'déclaré', 'gemeldet', 'reported'),
  modelled: text('gemodelleerd', 'modélisé', 'modelliert', 'modelled'),
  lowest: text('laagste', 'minimum', 'niedrigste', 'lowest'),
  likely: text('waarschijnlijk', 'probable', 'wahrscheinlich', 'likely'),
  highest: text('hoogste', 'maximum', 'höchste', 'highest'),
  atLeast: text('ten minste', 'au moins', 'mindestens', 'at least'),
  atMost: text('ten hoogste', 'au plus', 'höchstens', 'at most'),
  total: text('totaal', 'total', 'insgesamt', 'total'),
  status: text('status', 'statut', 'Status', 'status'),
  year: text('jaar', 'année', 'Jahr', 'year'),
  period: text('periode', 'période', 'Zeitraum', 'period'),
  open: text('open', 'ouvert', 'offen', 'open'),
};
