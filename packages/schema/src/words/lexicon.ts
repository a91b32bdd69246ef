import type { Conflict } from '../conflict.ts';
import type { Decision } from '../decision.ts';
import type { Text } from '../language.ts';
import { inFour } from '../sentence.ts';

/** What a claim or an event does for a figure. */
export type EvidenceRole =
  | 'governing'
  | 'combined'
  | 'absorbed'
  | 'rival'
  | 'apart'
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
  governing: inFour('geldt', 'fait foi', 'maßgeblich', 'governs'),
  combined: inFour('sluit aan', 'concorde', 'stimmt überein', 'agrees'),
  absorbed: inFour(
    'gedekt door het geldende cijfer',
    'couvert par le chiffre qui fait foi',
    'von der maßgeblichen Zahl abgedeckt',
    'covered by the figure that governs',
  ),
  rival: inFour('in tegenspraak', 'en contradiction', 'im Widerspruch', 'contends'),
  apart: inFour('apart geteld', 'compté à part', 'getrennt gezählt', 'counted apart'),
  find: inFour(
    'telt als ondergrens',
    'compte comme plancher',
    'gilt als Untergrenze',
    'counts as a floor',
  ),
  ceiling: inFour('voor een plafond', 'pour un plafond', 'für eine Obergrenze', 'for a ceiling'),
  not_added: inFour('niet opgeteld', 'non additionné', 'nicht addiert', 'not added'),
  explained: inFour('verklaard', 'expliqué', 'erklärt', 'explained away'),
  set_aside: inFour(
    'opzijgezet door een beslissing',
    'écarté par une décision',
    'durch eine Entscheidung zurückgestellt',
    'set aside by a decision',
  ),
  added: inFour('opgeteld', 'additionné', 'addiert', 'added'),
  part: inFour('onderdeel', 'partie', 'Teil', 'part'),
  counted: inFour('geteld', 'compté', 'gezählt', 'counted'),
  merged: inFour('dubbele melding', 'doublon', 'Doppelmeldung', 'double report'),
};

/** What a decision is about. */
export const decisionKinds: Readonly<Record<Decision['kind'], Text>> = {
  conflict: inFour('tegenspraak', 'contradiction', 'Widerspruch', 'conflict'),
  ceiling: inFour('plafond', 'plafond', 'Obergrenze', 'ceiling'),
  override: inFour('uitzondering', 'dérogation', 'Ausnahme', 'override'),
  release: inFour('vrijgave', 'autorisation', 'Freigabe', 'release'),
  'same-seizure': inFour('zelfde vangst', 'même saisie', 'gleicher Fund', 'same-seizure'),
  'same-measure': inFour('zelfde maat', 'même mesure', 'gleiches Maß', 'same-measure'),
  crosswalk: inFour(
    'betekenis van een label',
    'sens d’un libellé',
    'Bedeutung einer Bezeichnung',
    'meaning of a label',
  ),
  correction: inFour('verbetering', 'correction', 'Berichtigung', 'correction'),
  repair: inFour('herstel', 'réparation', 'Reparatur', 'repair'),
};

/** Names of the words that doors share. */
export type Term =
  | 'undecided'
  | 'apart'
  | 'decided'
  | 'explained'
  | 'reported'
  | 'reportedTogether'
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
  undecided: inFour('onbeslist', 'non tranché', 'unentschieden', 'undecided'),
  apart: inFour('apart geteld', 'décomptes distincts', 'getrennt gezählt', 'counted apart'),
  decided: inFour('beslist', 'tranché', 'entschieden', 'decided'),
  explained: inFour('verklaard', 'expliqué', 'erklärt', 'explained'),
  reported: inFour('gemeld', 'déclaré', 'gemeldet', 'reported'),
  reportedTogether: inFour(
    'alleen samen gemeld',
    'déclaré seulement avec d’autres',
    'nur gemeinsam gemeldet',
    'reported only together',
  ),
  modelled: inFour('gemodelleerd', 'modélisé', 'modelliert', 'modelled'),
  lowest: inFour('laagste', 'minimum', 'niedrigste', 'lowest'),
  likely: inFour('waarschijnlijk', 'probable', 'wahrscheinlich', 'likely'),
  highest: inFour('hoogste', 'maximum', 'höchste', 'highest'),
  atLeast: inFour('ten minste', 'au moins', 'mindestens', 'at least'),
  atMost: inFour('ten hoogste', 'au plus', 'höchstens', 'at most'),
  total: inFour('totaal', 'total', 'insgesamt', 'total'),
  status: inFour('status', 'statut', 'Status', 'status'),
  year: inFour('jaar', 'année', 'Jahr', 'year'),
  period: inFour('periode', 'période', 'Zeitraum', 'period'),
  open: inFour('open', 'ouvert', 'offen', 'open'),
};

/** What became of a difference between two figures. */
export const conflictStates: Readonly<Record<Conflict['state'], Text>> = {
  explained: inFour('verklaard', 'expliquée', 'erklärt', 'explained'),
  decided: inFour('beslist', 'tranchée', 'entschieden', 'decided'),
  undecided: inFour('te beslissen', 'à trancher', 'zu entscheiden', 'to decide'),
  apart: inFour('geen tegenspraak', 'pas de contradiction', 'kein Widerspruch', 'no contradiction'),
};
