import { isMeasured } from './excuses.ts';

const document =
  /(?<![a-z])(?:paspoort(?:nummer|nr)?|pas-?(?:nummer|nr)|passport|passeport|reisepass(?:nummer)?|pass-?(?:nummer|nr)|identiteitskaart(?:nummer|nr)?|id-?kaart(?:nummer|nr)?|eid|carte d'identite|cni|personalausweis(?:nummer)?|ausweis(?:nummer|nr)|identity card|id-?card|rijbewijs(?:nummer|nr)?|permis de conduire|fuhrerschein(?:nummer|nr)?|driving licen[cs]e|driver'?s? licen[cs]e|verblijfs(?:vergunning|document|titel)(?:nummer|nr)?|verblijfskaart|titre de sejour|carte de sejour|aufenthaltstitel|residence permit|document de voyage|reisdocument)(?: ?(?:nr|no|n|num|number|nummer|numero|belge|belgisch|nederlands|be|nl|fr|de|lu|met|avec|mit|with|of|van|du|de)(?![a-z\d])){0,4}[ .:=#°()'-]{0,5}([a-z\d][a-z\d. -]{4,18})/giu;
const number =
  /^(?:\d{3}[ .-]\d{7}[ .-]\d{2}|[a-z]{1,3}[ .-]?\d{5,8}[a-z]?|[a-z\d]{6,12})(?![a-z\d])/iu;

/** Whether a text holds the number of a passport, an identity card or the like, behind its name. Takes plain writing. */
export function hasDocument(text: string): boolean {
  for (const found of text.matchAll(document)) {
    const rest = found[1] ?? '';
    const [value = ''] = number.exec(rest) ?? [];
    const digits = value.replace(/\D/gu, '').length;
    if (digits < 3 || (/^\d+$/u.test(value) && digits < 7)) continue;
    const end = found.index + found[0].length - rest.length + value.length;
    if (!isMeasured(text.slice(end, end + 40))) return true;
  }
  return false;
}

const born =
  /(?:(?<![a-z])(?:geboren|geboortedatum|geb|geb\.?datum|geboorte|gebdat|ne|nee|naissance|date de naissance|nato|born|birth|date of birth|birthdate|birthday|dob|d\.o\.b|ddn|d\.d\.n|geburtsdatum|geburtstag)[. ]?(?: ?(?:op|le|les|am|on|the|te|a|in|zu|at|date|datum|is|was)(?![a-z\d])){0,3}[a-z .:=,()'/-]{0,30}|(?<![a-z\d°])[°*] ?)$/u;
const months =
  'jan|feb|fev|mar|maa|mrt|apr|avr|mei|mai|may|jun|juin|jul|juil|aug|aou|sep|okt|oct|nov|dec|dez|jan';
const day = '(?:0?[1-9]|[12]\\d|3[01])';
const month = '(?:0?[1-9]|1[0-2])';
const year = '(?:(?:19|20)\\d{2}|\\d{2})';
const date = new RegExp(
  `(?<!\\d)(?:${day}[ ./-]{1,2}${month}[ ./-]{1,2}${year}|(?:19|20)\\d{2}[ ./-]?(?:0[1-9]|1[0-2])[ ./-]?${day}|${day}(?:e|er|st|nd|rd|th|\\.)?[ -]?(?:${months})[a-z]{0,7}\\.?[ -]?${year})(?!\\d)`,
  'gu',
);

/** Whether a text holds a day of birth: a date behind a word that says so. Takes plain writing. */
export function hasBirthDate(text: string): boolean {
  const lower = text.toLowerCase();
  return [...lower.matchAll(date)].some(({ index }) =>
    born.test(lower.slice(Math.max(0, index - 60), index)),
  );
}
