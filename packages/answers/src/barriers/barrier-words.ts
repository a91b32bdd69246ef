import { ownValue, type Text } from '@samenbeeld/schema';
import { patterned, plain, text } from '../text.ts';

type Words = Readonly<Record<string, Text>>;

export const statusWords: Words = {
  none: text('geen', 'aucune', 'keine', 'none'),
  idea: text('voorstel', 'proposition', 'Vorschlag', 'proposal'),
  pilot: text('proef', 'essai', 'Versuch', 'pilot'),
  partial: text('gedeeltelijk', 'partielle', 'teilweise', 'partial'),
  in_force: text('van kracht', 'en vigueur', 'in Kraft', 'in force'),
  abandoned: text('beëindigd', 'abandonnée', 'aufgegeben', 'ended'),
};

export const typeWords: Words = {
  legal: text('wet', 'loi', 'Recht', 'legal'),
  physical: text('fysiek', 'physique', 'physisch', 'physical'),
  technical: text('techniek', 'technique', 'Technik', 'technical'),
  organisational: text('organisatie', 'organisation', 'Organisation', 'organisational'),
  awareness: text('bewustwording', 'sensibilisation', 'Sensibilisierung', 'awareness'),
  financial: text('financieel', 'financier', 'finanziell', 'financial'),
  data: text('gegevens', 'données', 'Daten', 'data'),
};

export const mechanismWords: Words = {
  prevent: text('voorkomt', 'prévient', 'beugt vor', 'prevents'),
  detect: text('ontdekt', 'détecte', 'entdeckt', 'detects'),
  disrupt: text('verstoort', 'perturbe', 'stört', 'disrupts'),
  deter: text('schrikt af', 'dissuade', 'schreckt ab', 'deters'),
  deny: text('ontzegt', 'interdit', 'verwehrt', 'denies'),
};

export const enablerWords: Words = {
  person_role: text('rol', 'rôle', 'Rolle', 'role'),
  service: text('dienst', 'service', 'Dienstleistung', 'service'),
  legal_gap: text('gat in de wet', 'lacune juridique', 'Gesetzeslücke', 'legal gap'),
  technology: text('techniek', 'technique', 'Technik', 'technology'),
  infrastructure: text('infrastructuur', 'infrastructure', 'Infrastruktur', 'infrastructure'),
  culture: text('cultuur', 'culture', 'Kultur', 'culture'),
};

export const knowingWords: Words = {
  witting: text('bewust', 'sciemment', 'wissentlich', 'knowingly'),
  unwitting: text('onbewust', 'à son insu', 'unwissentlich', 'unknowingly'),
  unknown: text('onbekend', 'inconnu', 'unbekannt', 'unknown'),
};

/** What is open about a barrier, as its status leaves it. */
export const openWords: Words = {
  none: text('te bedenken', 'à concevoir', 'zu entwerfen', 'to devise'),
  idea: text('te beslissen', 'à décider', 'zu entscheiden', 'to decide'),
  pilot: text('te beoordelen', 'à évaluer', 'zu bewerten', 'to evaluate'),
  partial: text('te voltooien', 'à achever', 'zu vollenden', 'to complete'),
  abandoned: patterned('–'),
};

export const openEffect: Text = text(
  'effect niet nagegaan',
  'effet non examiné',
  'Wirkung nicht geprüft',
  'effect not looked at',
);
export const nothingKnown: Text = text(
  'niets bekend',
  'rien de connu',
  'nichts bekannt',
  'nothing known',
);
export const proposalWord: Text = text('voorstel', 'proposition', 'Vorschlag', 'proposal');
export const publishedWord: Text = text('gepubliceerd', 'publié', 'veröffentlicht', 'published');
export const owns: Text = text('eigenaar', 'responsable', 'zuständig', 'owner');
export const supports: Text = text('werkt mee', 'appuie', 'wirkt mit', 'supports');
export const noRecords: Text = text(
  'geen gegevens in dit beeld',
  'aucune donnée dans ce tableau',
  'keine Daten in diesem Lagebild',
  'no records in this picture',
);

/** A word of a list, or the code where the list does not know it. */
export const wordFor = (words: Words, code: string): Text => ownValue(words, code) ?? plain(code);
