import type { Reconciled, ReconciledField } from '@samenbeeld/merge';
import {
  type CodeEntry,
  type CodeList,
  concealments,
  countries,
  substances,
  type Text,
  transportModes,
} from '@samenbeeld/schema';
import { dated, labelled, numeral, placeText, plain, text } from './text.ts';

/** What each field is called. */
export const fieldNames: Readonly<Record<ReconciledField, Text>> = {
  date: text('datum', 'date', 'Datum', 'date'),
  place: text('plaats', 'lieu', 'Ort', 'place'),
  substance: text('middel', 'produit', 'Stoff', 'substance'),
  containerKey: text('container', 'conteneur', 'Container', 'container'),
  departureCountry: text('vertrekland', 'pays de départ', 'Abgangsland', 'country of departure'),
  coverLoadHs: text('deklading (GS)', 'chargement (SH)', 'Tarnladung (HS)', 'cover load (HS)'),
  concealment: text('verborgen', 'dissimulation', 'Versteck', 'concealment'),
  transportMode: text('vervoer', 'transport', 'Transport', 'transport'),
  arrests: text('aanhoudingen', 'arrestations', 'Festnahmen', 'arrests'),
};

const lists: Partial<Readonly<Record<ReconciledField, CodeList<CodeEntry>>>> = {
  substance: substances,
  departureCountry: countries,
  concealment: concealments,
  transportMode: transportModes,
};

/** A value as a reader reads it; of a container only the start of its hash. */
export function shown(field: ReconciledField, value: string | number): Text {
  const list = lists[field];
  if (typeof value === 'number') return numeral(value);
  if (field === 'date') return dated(value);
  if (field === 'place') return placeText(value);
  if (field === 'containerKey') return plain(`#${value.slice(0, 6)}`);
  return list ? labelled(list, value) : plain(value);
}

/** Why a value stands. */
export const rules: Readonly<Record<Exclude<Reconciled['rule'], 'same'>, Text>> = {
  stated: text(
    'genoemd gaat voor onbekend of overig',
    'mentionné l’emporte sur inconnu ou autre',
    'Genanntes geht Unbekanntem oder Sonstigem vor',
    'stated goes before unknown or other',
  ),
  finer: text(
    'nauwkeuriger gaat voor ruwer',
    'le plus précis l’emporte',
    'Genaueres geht Gröberem vor',
    'finer goes before rougher',
  ),
  'day-of-find': text(
    'de dag van de vangst gaat voor die van de registratie',
    'le jour de la saisie l’emporte sur celui de l’enregistrement',
    'der Tag des Fundes geht dem der Erfassung vor',
    'the day of the find goes before that of its registration',
  ),
  'who-seized': text(
    'wie in beslag nam, gaat voor',
    'qui a saisi l’emporte',
    'wer sichergestellt hat, geht vor',
    'who seized goes before who was told',
  ),
};

/** Why a weight stands. */
export const weightRules: Readonly<Record<'net' | 'finer' | 'likeliest' | 'unlikely', Text>> = {
  net: text(
    'netto gaat voor bruto',
    'le poids net l’emporte sur le brut',
    'netto geht brutto vor',
    'net goes before gross',
  ),
  finer: text(
    'één gewicht: het precieze cijfer gaat voor het afgeronde',
    'un même poids : le chiffre exact l’emporte sur l’arrondi',
    'ein Gewicht: Die genaue Zahl geht der gerundeten vor',
    'one weight: the exact figure goes before the rounded one',
  ),
  likeliest: text(
    'het waarschijnlijkste leidt; het andere verbreedt het bereik',
    'le plus probable l’emporte ; l’autre élargit la fourchette',
    'das wahrscheinlichste führt; das andere verbreitert die Spanne',
    'the likeliest leads; the other widens the range',
  ),
  unlikely: text(
    'het waarschijnlijkste geldt; het andere is te onwaarschijnlijk voor het bereik',
    'le plus probable vaut ; l’autre est trop improbable pour la fourchette',
    'das wahrscheinlichste gilt; das andere ist zu unwahrscheinlich für die Spanne',
    'the likeliest stands; the other is too unlikely to widen the range',
  ),
};
