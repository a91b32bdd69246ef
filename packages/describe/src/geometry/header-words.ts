import { remembered } from '@samenbeeld/read';

const words =
  /^(?:#|nr\.?|no\.?|id|uid|key|sleutel|code|kode|cod|sch(?:l(?:ü|ue)ssel)|name|naam|nom|bezeichnung|label|libell(?:é|e)s?|title|titel|titre|omschrijving|description|beschreibung|jaar|year|ann(?:é|e)e|jahr|maand|month|mois|monat|date|datum|land|country(?:\/territory)?|pays|region|regio(?:'s|s)?|r(?:é|e)gion|bundesland|gemeente|commune|gemeinde|d(?:é|e)partement|province|provincie|place|plaats|lieu|ort|(?:sea|air)?port|a(?:é|e)roport|(?:zee|lucht)?havens?|(?:see|flug)?hafen|kanton|canton|(?:land)?kreis|arrondissement|parket|parquet|geo|time|time_period|period|perioden?|p(?:é|e)riode|onderwerp|value|waarde|valeur|wert|obs_value|obs_flag|flag(?:s| and footnotes)?|aantal|number|nombre|anzahl|count|unit|units|unit_measure|eenheid|unit(?:é|e)|einheit|freq|drug|substance|stof|middel|product|stoff|kg|quantity|hoeveelheid|quantit(?:é|e)|menge|type|soort|art|category|categorie|cat(?:é|e)gorie|source|bron|quelle|remarks?|opmerking(?:en)?|remarque|bemerkung|note|notes|sex|age|currency|amount|bedrag|montant|betrag|status|level|language|langue|taal|sprache|state|city|surname|index|indicateur|indicator|straftat|delikt|misdrijf|delict|delictgroep|feit|infraction|offen[cs]e|dienst|service|sector|secteur|branche|produits?|ware|kwartaal|trimestre|quartal|quarter|soort misdrijf|soortmisdrijf|regios|hz|aq|group|taux|rate|ratio|anteil|percentage|pourcentage|versuche|quote)$/iu;

/** Whether a cell reads as the name of a column, in one of the four languages: "Perioden", "rec_id", "Drug group". */
export function isHeaderWord(cell: string | null | undefined): boolean {
  const text = (cell ?? '').trim();
  return text.length > 40 ? isName(text) : isKnownName(text);
}

function isName(text: string): boolean {
  if (!/[\p{L}#]/u.test(text)) return false;
  if (words.test(text) || /^totaa?l$/i.test(text)) return true;
  if (/^[\p{L}]{2,}(?:_[\p{L}\d]+)+\d*$/u.test(text) && text.length < 40) return true;
  const [first = '', ...others] = text.split(/[\s/_.(-]+/u);
  const last = others.at(-1) ?? '';
  return (
    others.length > 0 &&
    others.length < 4 &&
    !/\d/.test(text) &&
    (words.test(first) || words.test(last))
  );
}

const isKnownName = remembered(isName);
