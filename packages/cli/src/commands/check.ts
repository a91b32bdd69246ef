import { pictureRecords } from '@samenbeeld/answers';
import {
  addendsText,
  type CheckedClaim,
  checkClaim,
  checkSentence,
  filesIn,
  questionsIn,
} from '@samenbeeld/merge';
import {
  formatPeriod,
  formatQuantity,
  type Language,
  placeLabel,
  wrongUse,
} from '@samenbeeld/schema';
import { buildMark, readersOnly } from '@samenbeeld/store';
import { openBuilt } from '../open-built.ts';
import { openTerminal } from '../terminal.ts';

const headings = {
  picture: { nl: 'Gevraagd aan', fr: 'Demandé à', de: 'Gefragt wurde', en: 'Asked of' },
  read: { nl: 'Gelezen als', fr: 'Lu comme', de: 'Gelesen als', en: 'Read as' },
  may: { nl: 'Wel te zeggen', fr: 'Peut se dire', de: 'Zu sagen', en: 'May be said' },
  by: { nl: 'Beslist', fr: 'Décidé', de: 'Entschieden', en: 'Decided' },
  note: { nl: 'Let op', fr: 'À noter', de: 'Hinweis', en: 'Note' },
  not: { nl: 'Niet te zeggen', fr: 'À ne pas dire', de: 'Nicht zu sagen', en: 'Do not say' },
  matches: {
    nl: 'Zelfde getal in',
    fr: 'Même nombre dans',
    de: 'Gleiche Zahl in',
    en: 'Same number in',
  },
  parts: {
    nl: 'Een deel van die som in',
    fr: 'Une partie de cette somme dans',
    de: 'Ein Teil dieser Summe in',
    en: 'A part of that sum in',
  },
} as const;

/**
 * `samenbeeld check`: what may be said of a figure before it is said; 1 where the sentence may not be said as it stands, 2
 * where it is not understood.
 */
export async function check(
  options: Readonly<Record<string, unknown>>,
  claim: string | readonly string[],
): Promise<number> {
  const terminal = openTerminal(options);
  const { language } = terminal;
  const folder = String(options['picture']);
  const absent = wrongUse(
    'Er is geen beeld in {folder} om aan te toetsen. Bouw er eerst een ("npm run joint"), of noem het met --picture.',
    'Il n’y a pas de tableau dans {folder} pour vérifier. Construisez-en un d’abord (« npm run joint »), ou nommez-le avec --picture.',
    'In {folder} ist kein Lagebild, an dem geprüft werden kann. Bauen Sie zuerst eines („npm run joint“), oder nennen Sie es mit --picture.',
    'There is no picture in {folder} to check against. Build one first ("npm run joint"), or name it with --picture.',
    { folder },
  );
  const picture = await openBuilt(folder, absent);
  try {
    // Beside no figure finds are read only where their number is asked: what they weigh, only a model says.
    const isUnread =
      !picture.has('observation') &&
      !/(?<![\p{L}\d])\p{L}*(?:find|fund|fünd|aufgriff|vangst|vondst|saisi|seizure|intercept|onderschep|inbeslagn|sicherstell|IBN)/iu.test(
        String(claim),
      );
    const { observations, decisions, seizures, coverage, pairs } = await pictureRecords(picture, {
      unread: isUnread ? ['seizures'] : [],
    });
    const compared = isUnread || seizures.length === 0 ? [] : await pairs();
    // A comma or a point in a number is read by a language only where one was asked for.
    const spoken = options['language'] === undefined ? undefined : language;
    const checkedAs = (text: string, of: Language | undefined): CheckedClaim =>
      checkClaim(text, observations, decisions, of, {
        ...(picture.has('seizure') && {
          finds: { seizures: isUnread ? [] : seizures, pairs: compared, coverage },
        }),
        asks: questionsIn(picture.metadata),
        files: filesIn(picture.metadata),
      });
    const { plain, checked } = await checkSentence(String(claim), {
      ...{ language: spoken, check: checkedAs },
      read: async (text, of) =>
        (await import('@samenbeeld/describe')).proposeClaims(text, of && { language: of }),
    });
    for (const line of picture.metadata.banner[language].split('\n')) terminal.print(line);
    const { banner, title, name } = picture.metadata;
    const build = buildMark(picture.metadata);
    terminal.print(
      `  ${headings.picture[language]}: ${title[language]} (${name}, ${folder}, build ${build})`,
    );
    const readAs = checked.readAs ?? plain?.says;
    if (readAs) terminal.print(`  ${headings.read[language]}: ${readAs[language]}`);
    terminal.print(`  ${checked.says[language]}`);
    const only = readersOnly(picture.metadata);
    const may = [headings.may, ...(only ? [only] : [])].map((text) => text[language]).join(', ');
    for (const text of checked.mayBeSaid) terminal.print(`  ${may}: ${text[language]}`);
    for (const text of checked.standsBy)
      terminal.print(`  ${headings.by[language]}: ${text[language]}`);
    for (const text of checked.advice)
      terminal.print(`  ${headings.note[language]}: ${text[language]}`);
    for (const text of checked.doNotSay)
      terminal.print(`  ${headings.not[language]}: ${text[language]}`);
    for (const { claim: match, relation } of checked.matches) {
      for (const row of match.rows) {
        // "1,900 kg" of half a year, or of another port, is not what was asked for.
        const of =
          relation === 'same'
            ? ''
            : ` (${placeLabel(row.place, language)}, ${formatPeriod({ start: row.periodStart, end: row.periodEnd }, language)})`;
        const wording = row.wordingPrinted
          ? `"${row.wordingPrinted} ${row.printed ?? ''}"`
          : formatQuantity(row.value ?? 0, row.unit, language);
        const heading = addendsText(match) === null ? headings.matches : headings.parts;
        terminal.print(
          `  ${heading[language]} ${row.origin.file}:${row.origin.line} ${[wording, row.publication].filter(Boolean).join(', ')}${of}`,
        );
      }
    }
    terminal.result({
      ...{ banner, picture: { name, title, folder, build } },
      ...(only && { sayableTo: only }),
      ...checked,
    });
    return checked.asItStands ? 0 : 1;
  } finally {
    await picture.close();
  }
}
