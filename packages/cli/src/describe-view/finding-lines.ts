import type { FileDescription } from '@samenbeeld/describe';
import { cut, hanging } from '@samenbeeld/page';
import { formatNumber, inFour, type Language, type Text } from '@samenbeeld/schema';
import { told } from '../terminal.ts';
import { openNumber } from './column-lines.ts';
import type { Signs } from './signs.ts';

type Treatment = FileDescription['totals'][number]['proposal'];

const treated: Readonly<Record<Treatment, Text>> = {
  exclude: inFour('weggelaten', 'laissé de côté', 'weggelassen', 'left out'),
  totals: inFour(
    'één kant wordt gebruikt',
    'un seul côté est utilisé',
    'eine Seite wird verwendet',
    'one side is used',
  ),
  check: inFour(
    'behouden en getoetst',
    'gardé et vérifié',
    'behalten und geprüft',
    'kept and checked',
  ),
  note: inFour('behouden', 'gardé', 'behalten', 'kept'),
};

/** What stands before each kind of finding. */
const heads = {
  total: inFour('totaal', 'total', 'Summe', 'total'),
  always: inFour('steeds', 'partout', 'immer', 'always'),
  missing: inFour('leeg', 'manque', 'fehlt', 'missing'),
  flags: inFour('tekens', 'signes', 'Zeichen', 'flags'),
  persons: inFour('persoon', 'privé', 'Person', 'persons'),
  follows: inFour('volgt', 'résulte', 'folgt', 'follows'),
  sheets: inFour('bladen', 'feuilles', 'Blätter', 'sheets'),
  note: inFour('let op', 'à noter', 'Hinweis', 'note'),
  known: inFour('bekend', 'connu', 'bekannt', 'known'),
  nearest: inFour('verwant', 'proche', 'ähnlich', 'nearest'),
};

const headOf = (head: keyof typeof heads, language: Language): string =>
  `  ${heads[head][language].padEnd(8)}`;

const words = {
  totalIn: inFour(
    '"{label}" in {column}: {reason} [{treated}]',
    '« {label} » dans {column} : {reason} [{treated}]',
    '„{label}“ in {column}: {reason} [{treated}]',
    '"{label}" in {column}: {reason} [{treated}]',
  ),
  moreTotals: inFour(
    'nog {n:# totaal|# totalen}, in de beschrijving',
    '{n} {n:autre total|autres totaux}, dans la description',
    '{n} {n:weitere Summe|weitere Summen}, in der Beschreibung',
    '{n} {n:more total|more totals}, in the description',
  ),
  unknown: inFour('{name} onbekend', '{name} inconnu', '{name} unbekannt', '{name} not known'),
  flagsIn: inFour(
    '{letters} in {heading}',
    '{letters} dans {heading}',
    '{letters} in {heading}',
    '{letters} in {heading}',
  ),
  personal: inFour(
    'lijkt op gegevens van personen, niet getoond: {columns}',
    'ressemble à des données de personnes, non montré : {columns}',
    'sieht nach Daten von Personen aus, nicht gezeigt: {columns}',
    'looks like data of persons, not shown: {columns}',
  ),
  formula: inFour(
    '{column} = {formula}, in {holds} van de {rows} rijen',
    '{column} = {formula}, dans {holds} lignes sur {rows}',
    '{column} = {formula}, in {holds} von {rows} Zeilen',
    '{column} = {formula}, in {holds} of {rows} rows',
  ),
  otherSheets: inFour(
    'niet beschreven, noem er een met --sheet: {sheets}',
    'non décrites, nommez-en une avec --sheet : {sheets}',
    'nicht beschrieben, nennen Sie eines mit --sheet: {sheets}',
    'not described, name one with --sheet: {sheets}',
  ),
  fits: inFour(
    'dit is een bestand van {id}, dat al beschreven is: {command}',
    'c’est un fichier de {id}, déjà décrit : {command}',
    'dies ist eine Datei von {id}, die schon beschrieben ist: {command}',
    'this is a file of {id}, which is described already: {command}',
  ),
  claimSheet: inFour(
    'dit is een cijferblad, zoals "samenbeeld claims" en "samenbeeld claim-sheet" het schrijven: {command}',
    'c’est une feuille de chiffres, comme en écrivent « samenbeeld claims » et « samenbeeld claim-sheet » : {command}',
    'dies ist ein Angabenblatt, wie „samenbeeld claims“ und „samenbeeld claim-sheet“ es schreiben: {command}',
    'this is a claim sheet, as "samenbeeld claims" and "samenbeeld claim-sheet" write it: {command}',
  ),
  laidOut: inFour(
    'dit is een bestand van {id} in een andere vorm; overgenomen is die beschrijving',
    'c’est un fichier de {id} sous une autre forme ; sa description est reprise',
    'dies ist eine Datei von {id} in anderer Form; deren Beschreibung ist übernommen',
    'this is a file of {id} in another layout; its description was taken',
  ),
  sheetLaidOut: inFour(
    'dit is een cijferblad in een andere vorm dan "samenbeeld claims" schrijft; de beschrijving daarvan is overgenomen',
    'c’est une feuille de chiffres sous une autre forme que celle de « samenbeeld claims » ; sa description est reprise',
    'dies ist ein Angabenblatt in anderer Form, als „samenbeeld claims“ es schreibt; dessen Beschreibung ist übernommen',
    'this is a claim sheet in another layout than "samenbeeld claims" writes; its description was taken',
  ),
  renamed: inFour(
    '"{from}" heet "{to}"',
    '« {from} » s’appelle « {to} »',
    '„{from}“ heißt „{to}“',
    '"{from}" is called "{to}"',
  ),
  lacks: inFour(
    'er ontbreekt {names}{more}',
    'il manque {names}{more}',
    'es fehlt {names}{more}',
    'it lacks {names}{more}',
  ),
  andMore: inFour(' en nog {n}', ' et {n} de plus', ' und {n} weitere', ' and {n} more'),
  fresh: inFour(
    '{n} {n:kolom is|kolommen zijn} nieuw',
    '{n} {n:colonne est nouvelle|colonnes sont nouvelles}',
    '{n} {n:Spalte ist|Spalten sind} neu',
    '{n} {n:column is|columns are} new',
  ),
  otherFormat: inFour(
    'in een andere vorm',
    'sous une autre forme',
    'in anderer Form',
    'in another format',
  ),
  nearest: inFour(
    '{id}, {shared} van de {needed} koppen: {differences}. Misschien is die beschrijving een begin',
    '{id}, {shared} des {needed} en-têtes : {differences}. Sa description peut servir de point de départ',
    '{id}, {shared} von {needed} Überschriften: {differences}. Vielleicht taugt diese Beschreibung als Anfang',
    '{id}, {shared} of {needed} headings: {differences}. Perhaps start from its description',
  ),
  edition: inFour(
    '{id}, waarvan dit een latere uitgave lijkt ({shared} van de {needed} koppen): {differences}. Overgenomen is die beschrijving; alleen wat veranderde, is een vraag',
    '{id}, dont ceci semble être une édition ultérieure ({shared} des {needed} en-têtes) : {differences}. Sa description est reprise ; seul ce qui a changé est une question',
    '{id}, wovon dies eine spätere Ausgabe zu sein scheint ({shared} von {needed} Überschriften): {differences}. Diese Beschreibung ist übernommen; nur was sich geändert hat, ist eine Frage',
    '{id}, of which this seems a later edition ({shared} of {needed} headings): {differences}. Its description was taken; only what changed is a question',
  ),
};

/** Totals listed; more of them are counted. */
const listed = 6;

function totalLines(
  found: FileDescription,
  signs: Signs,
  width: number,
  language: Language,
): readonly string[] {
  const lines = found.totals.slice(0, listed).flatMap(({ label, column, reason, proposal }) =>
    hanging(
      headOf('total', language),
      told(words.totalIn, language, {
        label: cut(label, 40, signs.more),
        column: cut(column, 30, signs.more),
        reason: reason[language],
        treated: treated[proposal][language],
      }),
      width,
    ),
  );
  const more = found.totals.length - listed;
  return more > 0
    ? [...lines, `          ${signs.more} ${told(words.moreTotals, language, { n: more })}`]
    : lines;
}

/** What else the file shows: fields for every record, missing marks, flags, totals, sums, notes on the layout. */
export function findingLines(
  found: FileDescription,
  signs: Signs,
  width: number,
  language: Language,
): readonly string[] {
  const confident = (value: number): string => formatNumber(value, language, 2);
  const open = (parts: readonly string[], key: string): string => {
    // One question may be about several of them.
    const decision = found.decisions.find(
      ({ path: [part = ''], keys }) => parts.includes(part) && keys.includes(key),
    );
    return decision ? ` ${signs.arrow} ${told(openNumber, language, { n: decision.number })}` : '';
  };
  const constants = Object.entries(found.constants).map(([name, { value, confidence }]) =>
    value === ''
      ? `${told(words.unknown, language, { name })}${open(['constants'], name)}`
      : `${name} ${value} (${confident(confidence)}${open(['constants'], name)})`,
  );
  const marks = Object.entries(found.missingValues).map(
    ([cell, { value, confidence }]) =>
      `"${cell}" ${value} (${confident(confidence)}${open(['missingValues', 'zeroValues'], cell)})`,
  );
  const flags = Object.entries(found.flags).map(([heading, letters]) =>
    told(words.flagsIn, language, { letters: letters.join(' '), heading }),
  );
  const personal = Object.entries(found.personal).map(
    ([heading, detector]) => `${heading} (${detector})`,
  );
  return [
    ...(constants.length > 0
      ? hanging(headOf('always', language), constants.join(', '), width)
      : []),
    ...(marks.length > 0 ? hanging(headOf('missing', language), marks.join(', '), width) : []),
    ...(flags.length > 0 ? hanging(headOf('flags', language), flags.join('; '), width) : []),
    ...(personal.length > 0
      ? hanging(
          headOf('persons', language),
          told(words.personal, language, { columns: personal.join(', ') }),
          width,
        )
      : []),
    ...totalLines(found, signs, width, language),
    ...found.relations.flatMap(({ column, formula, holds, rows }) =>
      hanging(
        headOf('follows', language),
        told(words.formula, language, { column, formula: formula[language], holds, rows }),
        width,
      ),
    ),
    ...(found.otherSheets.length > 0
      ? hanging(
          headOf('sheets', language),
          told(words.otherSheets, language, { sheets: found.otherSheets.join(', ') }),
          width,
        )
      : []),
    ...found.notes.flatMap((note) => hanging(headOf('note', language), note[language], width)),
  ];
}

/**
 * The known source that comes nearest, and what to do with that.
 *
 * @param path of the file, as a command takes it
 */
export function nearestLines(
  { nearest }: FileDescription,
  path: string,
  width: number,
  language: Language,
): readonly string[] {
  if (nearest === null) return [];
  const { id, shared, needed, renamed, missing, unknown, fits, isEdition, isClaimSheet } = nearest;
  if (fits)
    return hanging(
      headOf('known', language),
      told(isClaimSheet ? words.claimSheet : words.fits, language, {
        id,
        command: `samenbeeld ingest ${id} ${path} --out pictures/${id}`,
      }),
      width,
    );
  if (isEdition && renamed.length + unknown.length === 0 && (isClaimSheet || shared === needed))
    return hanging(
      headOf('known', language),
      told(isClaimSheet ? words.sheetLaidOut : words.laidOut, language, { id }),
      width,
    );
  const differences = [
    ...renamed.map(([from, to]) => told(words.renamed, language, { from, to })),
    ...(missing.length > 0
      ? [
          told(words.lacks, language, {
            names: missing
              .slice(0, 4)
              .map((name) => `"${name}"`)
              .join(', '),
            more:
              missing.length > 4 ? told(words.andMore, language, { n: missing.length - 4 }) : '',
          }),
        ]
      : []),
    ...(unknown.length > 0 ? [told(words.fresh, language, { n: unknown.length })] : []),
  ];
  return hanging(
    headOf('nearest', language),
    told(isEdition ? words.edition : words.nearest, language, {
      ...{ id, shared, needed },
      differences: differences.join('; ') || words.otherFormat[language],
    }),
    width,
  );
}
