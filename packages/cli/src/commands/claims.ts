import { createInterface } from 'node:readline';
import { text as textOfStream } from 'node:stream/consumers';
import {
  type ClaimAnswers,
  type ClaimFieldName,
  claimFieldText,
  claimRow,
  type ProposedClaim,
  type ProposedClaims,
  proposeClaims,
  textOfFile,
} from '@samenbeeld/describe';
import { say } from '@samenbeeld/merge';
import { hanging } from '@samenbeeld/page';
import {
  agencies,
  bases,
  type CodeEntry,
  type CodeList,
  countUnits,
  decimalText,
  errorWords,
  formatInterval,
  formatNumber,
  InputError,
  inEach,
  inFour,
  type Language,
  languages,
  metrics,
  noneNamed,
  numbersMeant,
  ownValue,
  parsePeriod,
  places,
  publicHandling,
  substances,
  type Text,
  UsageError,
  units,
  withheldText,
  wordings,
  wrongUse,
} from '@samenbeeld/schema';
import { checkFile, clearance, writeThrough } from '@samenbeeld/store';
import { openTerminal, type Terminal } from '../terminal.ts';

type Options = Readonly<Record<string, unknown>>;

const words = {
  none: inFour(
    'Geen cijfers gevonden.',
    'Aucun chiffre trouvé.',
    'Keine Zahlen gefunden.',
    'No figures found.',
  ),
  asked: inFour('gevraagd', 'à préciser', 'zu klären', 'asked'),
  look: inFour('niet zeker', 'pas sûr', 'nicht sicher', 'not sure'),
  or: inFour('of', 'ou', 'oder', 'or'),
  noClaims: inFour(
    'Geen cijfer voor het blad',
    'Pas de chiffre pour la feuille',
    'Keine Zahl für das Blatt',
    'No figure for the sheet',
  ),
  unread: inFour(
    '{n:# zin is|# zinnen zijn} in een andere taal dan nl, fr, de of en, en niet gelezen.',
    '{n:Une phrase est|# phrases sont} dans une autre langue que nl, fr, de ou en : non lue{n:|s}.',
    '{n:# Satz ist|# Sätze sind} in einer anderen Sprache als nl, fr, de oder en und nicht gelesen.',
    '{n:# sentence is|# sentences are} in another language than nl, fr, de or en, and not read.',
  ),
  question: inFour(
    'Klopt dit? [j]a, [n]ee, [s]la over, [q] stop, [?] wat kan, of eerst veld=waarde (plaats=NLVLI periode=2023)',
    'Est-ce juste ? [o]ui, [n]on, [s] passer, [q] arrêter, [?] les choix, ou d’abord champ=valeur (lieu=NLVLI période=2023)',
    'Stimmt das? [j]a, [n]ein, [s] überspringen, [q] beenden, [?] Auswahl, oder zuerst Feld=Wert (ort=NLVLI zeitraum=2023)',
    'Is this right? [y]es, [n]o, [s]kip, [q]uit, [?] choices, or first field=value (place=NLVLI period=2023)',
  ),
  choose: inFour(
    '{field}=… met een van: {codes}',
    '{field}=… avec l’un de : {codes}',
    '{field}=… mit einem von: {codes}',
    '{field}=… with one of: {codes}',
  ),
  find: inFour(
    '{field}=… met een code of naam; zoek met: samenbeeld codes {list} NAAM',
    '{field}=… avec un code ou un nom ; cherchez avec : samenbeeld codes {list} NOM',
    '{field}=… mit einem Code oder Namen; suchen mit: samenbeeld codes {list} NAME',
    '{field}=… with a code or a name; look for it with: samenbeeld codes {list} NAME',
  ),
  when: inFour(
    '{field}=… zoals 2023, 2023-S1, 2023-Q3, 2023-03, 2023-03-14 of 2023-01-01..2023-06-30',
    '{field}=… comme 2023, 2023-S1, 2023-Q3, 2023-03, 2023-03-14 ou 2023-01-01..2023-06-30',
    '{field}=… etwa 2023, 2023-S1, 2023-Q3, 2023-03, 2023-03-14 oder 2023-01-01..2023-06-30',
    '{field}=… such as 2023, 2023-S1, 2023-Q3, 2023-03, 2023-03-14 or 2023-01-01..2023-06-30',
  ),
  missing: inFour(
    'Nog nodig: {fields}.',
    'Il manque encore : {fields}.',
    'Noch nötig: {fields}.',
    'Still needed: {fields}.',
  ),
  confirmed: inFour(
    'bevestigd als {id}',
    'confirmé comme {id}',
    'bestätigt als {id}',
    'confirmed as {id}',
  ),
  refused: inFour('afgewezen', 'refusé', 'abgelehnt', 'refused'),
  unknown: inFour(
    'Niet begrepen: {problem}',
    'Pas compris : {problem}',
    'Nicht verstanden: {problem}',
    'Not understood: {problem}',
  ),
  done: inFour(
    '{n:# rij|# rijen} bevestigd in {out}, {refused} afgewezen, {skipped} overgeslagen, {left} niet gevraagd.',
    '{n:Aucune ligne confirmée|Une ligne confirmée|# lignes confirmées} dans {out}, {refused:# refusée|# refusées}, {skipped:# passée|# passées}, {left:# non demandée|# non demandées}.',
    '{n:Keine Zeile|Eine Zeile|# Zeilen} bestätigt in {out}, {refused} abgelehnt, {skipped} übersprungen, {left} nicht gefragt.',
    '{n:# row|# rows} confirmed in {out}, {refused} refused, {skipped} skipped, {left} not asked.',
  ),
  proposed: inFour(
    '{n:# voorstel|# voorstellen} in {out}: zonder adres, zodat niets ervan in een beeld komt voor iemand het bevestigt.',
    '{n:Aucune proposition|Une proposition|# propositions} dans {out} : sans adresse, pour que rien n’entre dans un tableau avant confirmation.',
    '{n:# Vorschlag|# Vorschläge} in {out}: ohne Adresse, damit nichts davon in ein Lagebild kommt, bevor jemand es bestätigt.',
    '{n:# proposal|# proposals} in {out}: without an address, so that nothing of it enters a picture before somebody confirms it.',
  ),
} as const;

/** Words of the text, in the marks of the language. */
const quoted = inFour('“{words}”', '« {words} »', '„{words}“', '“{words}”');

const fieldNames = Object.keys(claimFieldText) as ClaimFieldName[];

/** The code lists that fields take their values from. */
const listOf: Readonly<Partial<Record<ClaimFieldName, CodeList<CodeEntry>>>> = {
  place: places,
  agency: agencies,
  basis: bases,
  metric: metrics,
  substance: substances,
  unit: units,
  count_unit: countUnits,
  wording: wordings,
};

/** What `samenbeeld codes` calls the long ones of them. */
const listNames: Readonly<Partial<Record<ClaimFieldName, string>>> = {
  place: 'places',
  agency: 'agencies',
  substance: 'substances',
  metric: 'metrics',
  unit: 'units',
};

/** Fields without which a row of the sheet cannot be read. */
const needed: readonly ClaimFieldName[] = ['place', 'basis', 'agency', 'metric', 'unit', 'period'];

function textOption(options: Options, name: string): string | undefined {
  const value = options[name];
  return value === undefined ? undefined : String(value);
}

function labelOf(name: ClaimFieldName, value: string, language: Language): string {
  if (name === 'value') return formatNumber(Number(value), language);
  const list = ownValue(listOf, name);
  const labels = value
    .split('+')
    .map((code) => (list?.has(code) ? list.label(code, language) : code));
  return labels.join(' + ') === value ? value : `${value} (${labels.join(' + ')})`;
}

/** What is proposed and why, and what is asked: a line a field. */
function claimLines(
  claim: ProposedClaim,
  language: Language,
  answers: ClaimAnswers = {},
): readonly string[] {
  const fields = fieldNames.flatMap((name) => {
    const { value, sure, why, among } = claim.fields[name];
    const given = answers[name];
    const head = `      ${claimFieldText[name][language]}: `;
    if (given !== undefined) return hanging(head, labelOf(name, given, language), 120);
    if (value === '') return [];
    const reason = why[language];
    const rest = among
      .slice(0, 6)
      .map((each) => (name === 'value' ? labelOf(name, each, language) : each));
    const others = rest.length > 0 ? ` ${words.or[language]} ${rest.join(', ')}` : '';
    if (value === null)
      return hanging(
        head,
        `? ${words.asked[language]}: ${reason}${rest.length > 0 ? ` (${rest.join(', ')})` : ''}`,
        120,
      );
    return hanging(
      head,
      `${labelOf(name, value, language)} – ${reason}${sure ? '' : ` [${words.look[language]}]${others}`}`,
      120,
    );
  });
  const unit = claim.fields.unit.value;
  const head = `  ${String(claim.number).padStart(3)} ${claim.figure}`;
  return [
    `${head}${unit && claim.interval ? ` = ${formatInterval(claim.interval, unit, language)}` : ''}`,
    ...hanging(
      '      ',
      quoted[language].replace('{words}', () => claim.sentence),
      120,
    ),
    ...fields,
  ];
}

function printAll({ claims, noClaims, unread }: ProposedClaims, terminal: Terminal): void {
  const { language } = terminal;
  if (claims.length === 0) terminal.print(`  ${words.none[language]}`);
  for (const claim of claims) terminal.print(...claimLines(claim, language), '');
  printRest({ noClaims, unread }, terminal);
}

function printRest(
  { noClaims, unread }: Pick<ProposedClaims, 'noClaims' | 'unread'>,
  terminal: Terminal,
): void {
  const { language } = terminal;
  for (const { figure, why } of noClaims)
    terminal.print(
      `  ${words.noClaims[language]}: ${quoted[language].replace('{words}', () => figure)}, ${why[language]}`,
    );
  if (unread.length > 0) terminal.print(`  ${say(words.unread, { n: unread.length })[language]}`);
}

function cellOf(value: string): string {
  return /[",\n\r]/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

function sheetOf(rows: readonly Readonly<Record<string, string>>[]): string {
  const names = Object.keys(rows[0] ?? {});
  return `${[names, ...rows.map((row) => names.map((name) => row[name] ?? ''))].map((cells) => cells.map(cellOf).join(',')).join('\n')}\n`;
}

/** The field that a word of any of the four languages names. */
function fieldNamed(word: string): ClaimFieldName | 'extent' | 'status' {
  const plain = word.toLowerCase();
  const found = fieldNames.find(
    (name) =>
      name === plain ||
      languages.some((language) => claimFieldText[name][language].toLowerCase() === plain),
  );
  if (found) return found;
  if (plain === 'extent' || plain === 'status') return plain;
  const none = inFour(
    'Er is geen veld "{word}".',
    'Il n’y a pas de champ « {word} ».',
    'Es gibt kein Feld „{word}“.',
    'There is no field "{word}".',
    { word },
  );
  throw noneNamed(none, word, [...fieldNames, 'extent', 'status']);
}

/** A value as the sheet holds it: a code, also by its name; a period by its days. Throws UsageError or InputError. */
function answerOf(
  name: ClaimFieldName | 'extent' | 'status',
  value: string,
  language: Language,
): string {
  if (name === 'period') {
    const { start, end } = parsePeriod(value, language);
    return `${start}/${end}`;
  }
  const list = ownValue(listOf, name);
  if (!list) {
    if (name !== 'value') return value;
    const [meant, other] = numbersMeant(value);
    if (meant === undefined || meant < 0)
      throw wrongUse(
        'Schrijf een getal, zoals 1234,5; gevonden: "{value}".',
        'Écrivez un nombre, comme 1234,5 ; trouvé : « {value} ».',
        'Schreiben Sie eine Zahl, etwa 1234,5; gefunden: „{value}“.',
        'Write a number, such as 1234.5; found: "{value}".',
        { value },
      );
    if (other !== undefined)
      throw wrongUse(
        '“{value}” kan {first} of {second} zijn: schrijf het zonder scheiding van duizendtallen.',
        '« {value} » peut être {first} ou {second} : écrivez-le sans séparateur de milliers.',
        '„{value}“ kann {first} oder {second} sein: bitte ohne Tausendertrennzeichen schreiben.',
        '“{value}” may be {first} or {second}: write it without a thousands separator.',
        {
          value,
          first: inEach((each) => formatNumber(meant, each)),
          second: inEach((each) => formatNumber(other, each)),
        },
      );
    return decimalText(meant);
  }
  if (value === '') return value;
  return value
    .split('+')
    .map((code) => {
      if (list.has(code)) return code;
      const match = list.lookup(code, language);
      return match.kind === 'exact' ? match.entry.code : list.get(code).code;
    })
    .join('+');
}

/** Assignments on a line, and what is left of it: `place=NLVLI period="maart 2023" basis=in de haven y`. */
function assignments(line: string): {
  readonly pairs: readonly (readonly [string, string])[];
  readonly rest: string;
} {
  const pairs: (readonly [string, string])[] = [];
  const rest = line.replace(
    // A name of several words goes on to the next field, or to the answer at the end.
    /([\p{L}_-]+)\s?=\s?(?:["“„«]\s?([^"”“»]*?)\s?["”“»]|(.*?))(?=\s+[\p{L}_-]+\s?=|\s+(?:[jynosq]|yes|ja|oui|no|nee|non|nein)\s*$|\s*$)/giu,
    (_whole, name: string, quoted?: string, bare?: string) => {
      pairs.push([name, (quoted ?? bare ?? '').trim()]);
      return '';
    },
  );
  return { pairs, rest: rest.trim().toLowerCase() };
}

const yes: ReadonlySet<string> = new Set(['y', 'j', 'o', 'yes', 'ja', 'oui']);
const no: ReadonlySet<string> = new Set(['n', 'no', 'nee', 'non', 'nein']);

interface Reviewed {
  readonly confirmed: readonly (readonly [ProposedClaim, ClaimAnswers])[];
  readonly refused: number;
  readonly skipped: number;
  /** Figures that were not asked about: the answers ended before. */
  readonly left: number;
}

/** What a field may be, as it is answered: a few codes by name, or where to look. */
function choicesOf(
  claim: ProposedClaim,
  name: ClaimFieldName,
  language: Language,
): readonly string[] {
  const field = claimFieldText[name][language];
  const told = (template: Text, more: Readonly<Record<string, string>> = {}): readonly string[] =>
    hanging('        ', say(template, { field, ...more })[language], 120);
  const list = ownValue(listOf, name);
  if (name === 'period') return told(words.when);
  if (!list) return [];
  const { among } = claim.fields[name];
  const likely = among.filter((code) => list.has(code));
  const shown = list.length <= 40 ? list.map(({ code }) => code) : likely;
  if (shown.length === 0) return told(words.find, { list: listNames[name] ?? '' });
  return told(words.choose, {
    codes: shown.map((code) => labelOf(name, code, language)).join(', '),
  });
}

function missingOf(claim: ProposedClaim, answers: ClaimAnswers): readonly ClaimFieldName[] {
  return needed.filter((name) => !(answers[name] ?? claim.fields[name].value));
}

/** Asks about one figure after another; a line answers it, with fields to fill in before the answer. */
async function reviewed(
  claims: readonly ProposedClaim[],
  answersGiven: AsyncIterator<string>,
  terminal: Terminal,
  idOf: (claim: ProposedClaim) => string,
): Promise<Reviewed> {
  const { language } = terminal;
  const confirmed: (readonly [ProposedClaim, ClaimAnswers])[] = [];
  let [refused, skipped] = [0, 0];
  for (const [at, claim] of claims.entries()) {
    const answers: Record<string, string> = {};
    terminal.print(...claimLines(claim, language));
    for (;;) {
      terminal.print(`      ${words.question[language]}`);
      const { value, done } = await answersGiven.next();
      if (done) return { confirmed, refused, skipped, left: claims.length - at };
      const { pairs, rest } = assignments(value);
      try {
        for (const [word, text] of pairs) {
          const name = fieldNamed(word);
          answers[name] = answerOf(name, text, language);
        }
      } catch (error) {
        if (!(error instanceof UsageError || error instanceof InputError)) throw error;
        terminal.print(`      ${say(words.unknown, { problem: errorWords(error) })[language]}`);
        continue;
      }
      if (rest === '?') {
        terminal.print(...fieldNames.flatMap((name) => choicesOf(claim, name, language)));
        continue;
      }
      if (rest === 'q') return { confirmed, refused, skipped, left: claims.length - at };
      if (rest === 's') {
        skipped += 1;
        break;
      }
      if (no.has(rest)) {
        refused += 1;
        terminal.print(`      ${words.refused[language]}`, '');
        break;
      }
      if (!yes.has(rest)) {
        if (pairs.length > 0 && rest === '')
          terminal.print(...claimLines(claim, language, answers));
        else terminal.print(`      ${say(words.unknown, { problem: rest || '…' })[language]}`);
        continue;
      }
      const missing = missingOf(claim, answers);
      if (missing.length === 0) {
        confirmed.push([claim, answers]);
        terminal.print(`      ${say(words.confirmed, { id: idOf(claim) })[language]}`, '');
        break;
      }
      terminal.print(
        `      ${say(words.missing, { fields: missing.map((name) => claimFieldText[name][language]).join(', ') })[language]}`,
        ...missing.flatMap((name) => choicesOf(claim, name, language)),
      );
    }
  }
  return { confirmed, refused, skipped, left: 0 };
}

async function writeRows(
  out: string,
  rows: readonly Readonly<Record<string, string>>[],
  replace: boolean,
): Promise<void> {
  await writeThrough(
    out,
    new TextEncoder().encode(sheetOf(rows)),
    clearance(publicHandling, 'public'),
    { replace },
  );
}

/** `samenbeeld claims`: the figures of a press release, as rows of the claim sheet to confirm one by one. */
export async function claimsOf(
  options: Options,
  file: string | readonly string[],
): Promise<undefined> {
  const terminal = openTerminal(options);
  const path = String(file);
  const isReview = options['review'] === true;
  const out = textOption(options, 'out');
  const url = textOption(options, 'url');
  if (isReview && (out === undefined || url === undefined))
    throw wrongUse(
      '--review vraagt om --out (het blad) en --url (het adres van de tekst): zonder adres kan niemand een cijfer nagaan.',
      '--review demande --out (la feuille) et --url (l’adresse du texte) : sans adresse, personne ne peut vérifier un chiffre.',
      '--review verlangt --out (das Blatt) und --url (die Adresse des Textes): Ohne Adresse kann niemand eine Zahl prüfen.',
      '--review takes --out (the sheet) and --url (the address of the text): without an address nobody can check a figure.',
    );
  if (out !== undefined && !out.endsWith('.csv'))
    throw wrongUse(
      '--out vraagt een CSV, niet "{out}".',
      '--out demande un CSV, et non « {out} ».',
      '--out verlangt eine CSV-Datei, nicht „{out}“.',
      '--out takes a CSV, not "{out}".',
      { out },
    );
  if (isReview && path === '-')
    throw wrongUse(
      'Met --review komen de antwoorden van de standaardinvoer: geef de tekst als bestand.',
      'Avec --review, les réponses viennent de l’entrée standard : donnez le texte dans un fichier.',
      'Mit --review kommen die Antworten von der Standardeingabe: Geben Sie den Text als Datei.',
      'With --review the answers come from standard input: give the text as a file.',
    );
  const replace = options['force'] === true;
  if (out !== undefined) await checkFile(out, { replace });
  const text = path === '-' ? await textOfStream(process.stdin) : await textOfFile(path);
  const textLanguage = textOption(options, 'textLanguage');
  const publishedOn = textOption(options, 'publishedOn');
  const place = textOption(options, 'place');
  const agency = textOption(options, 'agency');
  const { language } = terminal;
  const found = proposeClaims(text, {
    ...(textLanguage !== undefined && {
      language: languages.find((one) => one === textLanguage) ?? 'en',
    }),
    ...(publishedOn !== undefined && { publishedOn }),
    ...(place !== undefined && { place: answerOf('place', place, language) }),
    ...(agency !== undefined && { agency: answerOf('agency', agency, language) }),
  });
  const prefix = textOption(options, 'id') ?? 'X';
  const idOf = ({ number }: ProposedClaim): string => `${prefix}${String(number).padStart(3, '0')}`;
  const origin = { url: url ?? '', ...(publishedOn !== undefined && { publishedOn }) };
  if (!isReview) {
    printAll(found, terminal);
    if (out !== undefined) {
      await writeRows(
        out,
        found.claims.map((claim) => claimRow(claim, idOf(claim), null)),
        replace,
      );
      terminal.print(`  ${say(words.proposed, { n: found.claims.length, out })[language]}`);
    }
    terminal.result({ ...found, written: out ?? null });
    return;
  }
  printRest(found, terminal);
  const input = createInterface({ input: process.stdin, terminal: false });
  try {
    const done = await reviewed(found.claims, input[Symbol.asyncIterator](), terminal, idOf);
    const rows = done.confirmed.map(([claim, answers]) =>
      claimRow(claim, idOf(claim), origin, answers),
    );
    const target = String(out);
    if (rows.length > 0) await writeRows(target, rows, replace);
    const { refused, skipped, left } = done;
    terminal.print(
      `  ${say(words.done, { n: rows.length, out: withheldText(target), refused, skipped, left })[language]}`,
    );
    terminal.result({ confirmed: rows, refused, skipped, left });
  } finally {
    input.close();
  }
}
