import { isDeepStrictEqual } from 'node:util';
import { issueWords } from '@samenbeeld/ingest';
import {
  type Block,
  type Cell,
  cut,
  inLine,
  type ListItem,
  list,
  paragraph,
  sameText,
  table,
} from '@samenbeeld/page';
import {
  englishQuoted,
  formatNumber,
  inEach,
  inFour,
  inSigns,
  joinWith,
  type Language,
  ownValue,
  quoted,
  shownText,
  type Text,
  withheldIn,
} from '@samenbeeld/schema';
import type { FileDescription, SampleRow } from './file-description.ts';
import type { NearestSource } from './nearest-source.ts';

type Column = FileDescription['columns'][number];

/** Totals listed, and kinds of problems; more of them are counted. */
const totalsListed = 6;
const problemsListed = 5;
/** Rows shown of what reading by the description gave, and cells of each. */
const cellsShown = 20;
const answersListed = 2;

/** What is to be copied into a description stands between backticks, so that no language sets it. */
const withCode = (text: Text): Text =>
  inEach((language) =>
    text[language].replace(/`[^`]*`|\{ .* \}/gu, (code) =>
      code.startsWith('`') ? code : `\`${code}\``,
    ),
  );

const itemInLine = ({ text, under }: ListItem): ListItem => ({
  text: inLine(text),
  ...(under && { under: under.map(itemInLine) }),
});

const sure = (value: number): Text => inEach((language) => formatNumber(value, language, 2));

const columnHeads: readonly (readonly ['label' | 'words' | 'number', Text])[] = [
  ['label', inFour('kolom', 'colonne', 'Spalte', 'column')],
  ['words', inFour('opgevat als', 'pris pour', 'gedeutet als', 'guess')],
  ['number', inFour('zeker', 'sûr', 'sicher', 'sure')],
  ['words', inFour('waarom', 'pourquoi', 'warum', 'why')],
  ['number', inFour('vraag', 'question', 'Frage', 'question')],
];

const spoken: Readonly<Record<Language, Text>> = {
  nl: inFour('Nederlands', 'néerlandais', 'Niederländisch', 'Dutch'),
  fr: inFour('Frans', 'français', 'Französisch', 'French'),
  de: inFour('Duits', 'allemand', 'Deutsch', 'German'),
  en: inFour('Engels', 'anglais', 'Englisch', 'English'),
};
const delimiters: Readonly<Record<string, Text>> = {
  '\t': inFour('tab', 'tabulation', 'Tabulator', 'tab'),
  ' ': inFour('spatie', 'espace', 'Leerzeichen', 'blank'),
};
const decimals: Readonly<Record<string, Text>> = {
  ',': inFour('decimale komma', 'virgule décimale', 'Dezimalkomma', 'decimal comma'),
  '.': inFour('decimale punt', 'point décimal', 'Dezimalpunkt', 'decimal point'),
};
const thousands: Readonly<Record<string, Text>> = {
  ',': inFour(
    'komma’s in duizendtallen',
    'virgules dans les milliers',
    'Kommas in Tausendern',
    'commas in thousands',
  ),
  '.': inFour(
    'punten in duizendtallen',
    'points dans les milliers',
    'Punkte in Tausendern',
    'points in thousands',
  ),
  ' ': inFour(
    'spaties in duizendtallen',
    'espaces dans les milliers',
    'Leerzeichen in Tausendern',
    'blanks in thousands',
  ),
};
const grouped = inFour(
  'gegroepeerde duizendtallen',
  'milliers groupés',
  'gruppierte Tausender',
  'grouped thousands',
);
const layouts: Readonly<Record<FileDescription['layout'], Text>> = {
  long: inFour(
    'lange tabel van {records}',
    'table longue : {records}',
    'lange Tabelle: {records}',
    'long table of {records}',
  ),
  wide: inFour(
    'brede tabel van {records}',
    'table large : {records}',
    'breite Tabelle: {records}',
    'wide table of {records}',
  ),
  none: inFour(
    'geen cijfers gevonden',
    'aucun chiffre trouvé',
    'keine Zahlen gefunden',
    'no figures found',
  ),
};
const kinds: Readonly<Record<FileDescription['record']['value'], Text>> = {
  observation: inFour('observaties', 'observations', 'Beobachtungen', 'observations'),
  seizure: inFour('inbeslagnames', 'saisies', 'Sicherstellungen', 'seizures'),
};

/** How the file is laid out, as an analyst would say it. */
function layoutOf(found: FileDescription): Text {
  const { delimiter, decimalChar, groupChar, footer, encoding, sheet, path, title, header } = found;
  const parts: readonly (Text | string | false | null | undefined)[] = [
    found.format.value,
    encoding?.value,
    delimiter &&
      inSigns('"{delimiter}"', { delimiter: delimiters[delimiter.value] ?? delimiter.value }),
    sheet &&
      inFour('blad {sheet}', 'feuille {sheet}', 'Blatt {sheet}', 'sheet {sheet}', {
        sheet: quoted(sheet.value),
      }),
    path &&
      path.value !== '/' &&
      inFour('bij {path}', 'à {path}', 'bei {path}', 'at {path}', { path: path.value }),
    decimalChar.value && decimals[decimalChar.value],
    groupChar.value && (thousands[groupChar.value] ?? grouped),
    spoken[found.language.value],
    title.value > 0 &&
      inFour(
        '{n} {n:titelregel|titelregels}',
        '{n} {n:ligne de titre|lignes de titre}',
        '{n} {n:Titelzeile|Titelzeilen}',
        '{n} {n:title line|title lines}',
        { n: title.value },
      ),
    inFour(
      '{n} {n:kopregel|kopregels}',
      '{n} {n:ligne d’en-tête|lignes d’en-tête}',
      '{n} {n:Kopfzeile|Kopfzeilen}',
      '{n} {n:header row|header rows}',
      { n: header.value },
    ),
    footer.value !== null &&
      inFour('voet {text}', 'pied {text}', 'Fuß {text}', 'footer {text}', {
        text: quoted(found.footerLines[0]?.slice(0, 30) ?? String(footer.value)),
      }),
  ];
  return joinWith(
    parts.flatMap((part) => (part ? [typeof part === 'string' ? sameText(part) : part] : [])),
    ' | ',
  );
}

/** What it holds: which records, how many rows, of which days. */
function contentsOf(found: FileDescription): Text {
  const { start, end } = found.period ?? {};
  const isPart = found.trial.kind === 'ingested' && found.trial.conservation.rejected > 0;
  const rows = { n: found.rows };
  const parts: readonly (Text | false | undefined | '')[] = [
    inEach((language) =>
      layouts[found.layout][language].replace('{records}', kinds[found.record.value][language]),
    ),
    found.whole
      ? inFour(
          '{n} {n:rij|rijen}',
          '{n} {n:ligne|lignes}',
          '{n} {n:Zeile|Zeilen}',
          '{n} {n:row|rows}',
          rows,
        )
      : inFour(
          '{n} {n:rij|rijen} bekeken, van het begin en het eind',
          '{n} {n:ligne|lignes} examinées, du début et de la fin',
          '{n} {n:Zeile|Zeilen} angesehen, vom Anfang und vom Ende',
          '{n} {n:row|rows} looked at, of the beginning and the end',
          rows,
        ),
    start &&
      end &&
      inSigns('{span}{of}', {
        span: start === end ? start : `${start} ... ${end}`,
        of: isPart
          ? inFour(
              ' in wat is aanvaard',
              ' dans ce qui est accepté',
              ' im Angenommenen',
              ' in what was accepted',
            )
          : '',
      }),
  ];
  return joinWith(
    parts.filter((part): part is Text => typeof part === 'object'),
    ', ',
  );
}

interface Mapping {
  readonly to?: string;
  readonly as?: string;
  readonly crosswalk?: string;
  readonly groups?: Readonly<Record<string, { readonly to?: string }>>;
  readonly set?: Readonly<Record<string, unknown>>;
}

function oneGuess({ to, as, crosswalk, set }: Mapping): string {
  const measured = set?.['metric'] ?? set?.['stat'];
  const reading = as && as !== 'code' && as !== 'string' && as !== to ? as : null;
  const how = crosswalk ? null : typeof measured === 'string' ? measured : reading;
  return how === null ? String(to) : `${to} (${how})`;
}

/** What a column was taken for, in a few words. */
function guessOf({ kind, written, confidence }: Column): Text {
  const mappings = (written === null ? [] : [written].flat()) as readonly Mapping[];
  if (kind === 'fold')
    return inFour(
      'waarde per {heads}',
      'valeur par {heads}',
      'Wert nach {heads}',
      'value by {heads}',
      {
        heads: Object.values(mappings[0]?.groups ?? {})
          .map(({ to }) => to)
          .join(', '),
      },
    );
  const mapped = mappings.filter(({ to }) => typeof to === 'string');
  return mapped.length > 0
    ? sameText(mapped.map(oneGuess).join(', '))
    : inFour(
        'niet gebruikt{unsure}',
        'non utilisée{unsure}',
        'nicht verwendet{unsure}',
        'ignored{unsure}',
        {
          unsure: confidence < 0.5 ? '?' : '',
        },
      );
}

const namesOf = (headings: readonly string[]): string =>
  headings.length > 1
    ? `${headings[0]} ... ${headings.at(-1)} (${headings.length})`
    : (headings[0] ?? '');

/** The columns of a file: what each was taken for, how surely, why, and which question waits for it. */
function columnsTable({ columns, folds, decisions }: FileDescription): Block {
  const asked = ({ headings: [heading] }: Column): string =>
    decisions
      .filter(
        ({ path: [part], keys }) =>
          (part === 'columns' || part === 'fold') && keys.includes(heading ?? ''),
      )
      .map(({ number }) => number)
      .join(', ');
  // Neighbours of which the same is told stand in one line.
  const lines: { readonly headings: string[]; readonly cells: readonly Cell[] }[] = [];
  for (const column of [...columns, ...folds]) {
    const { reason, confidence, headings } = column;
    const isUnknown = column.to === null && confidence === 0;
    const shown = isUnknown ? '-' : { shown: sure(confidence), value: confidence };
    const cells = [inLine(guessOf(column)), shown, inLine(reason), asked(column)];
    const last = lines.at(-1);
    if (isDeepStrictEqual(last?.cells, cells)) last?.headings.push(...headings);
    else lines.push({ headings: [...headings], cells });
  }
  return table(
    inFour('Kolommen', 'Colonnes', 'Spalten', 'Columns'),
    columnHeads,
    lines.map(({ headings, cells }) => [shownText(namesOf(headings)), ...cells]),
  );
}

const treatments: Readonly<Record<FileDescription['totals'][number]['proposal'], Text>> = {
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

/** What is said under its head. */
const headed = (head: Text, says: Text): Text => inSigns('{head}: {says}', { head, says });

/** What else the file shows: fields of every record, marks, totals, what follows from what, notes on the layout. */
function findings(found: FileDescription): readonly Text[] {
  const question = (parts: readonly string[], key: string): Text => {
    // One question may be about several of them.
    const open = found.decisions.find(
      ({ path: [part = ''], keys }) => parts.includes(part) && keys.includes(key),
    );
    return open
      ? inFour(', vraag {n}', ', question {n}', ', Frage {n}', ', question {n}', { n: open.number })
      : sameText('');
  };
  const constants = Object.entries(found.constants).map(([name, { value, confidence }]) => {
    const asked = question(['constants'], name);
    return value === ''
      ? inFour(
          '{name} onbekend{asked}',
          '{name} inconnu{asked}',
          '{name} unbekannt{asked}',
          '{name} not known{asked}',
          { name, asked },
        )
      : inSigns('{name} {value} ({sure}{asked})', { name, value, sure: sure(confidence), asked });
  });
  const marks = Object.entries(found.missingValues).map(([cell, { value, confidence }]) =>
    inSigns('"{cell}" {value} ({sure}{asked})', {
      ...{ cell, value, sure: sure(confidence) },
      asked: question(['missingValues', 'zeroValues'], cell),
    }),
  );
  const flags = Object.entries(found.flags).map(([heading, letters]) =>
    inFour(
      '{letters} in {heading}',
      '{letters} dans {heading}',
      '{letters} in {heading}',
      '{letters} in {heading}',
      {
        letters: letters.join(' '),
        heading,
      },
    ),
  );
  const personal = Object.entries(found.personal).map(
    ([name, detector]) => `${name} (${detector})`,
  );
  const under = (head: Text, parts: readonly Text[], between = ', '): readonly Text[] =>
    parts.length === 0 ? [] : [headed(head, joinWith(parts, between))];
  const more = found.totals.length - totalsListed;
  return [
    ...under(inFour('steeds', 'partout', 'immer', 'always'), constants),
    ...under(inFour('leeg', 'manque', 'fehlt', 'missing'), marks),
    ...under(inFour('tekens', 'signes', 'Zeichen', 'flags'), flags, '; '),
    ...(personal.length > 0
      ? [
          inFour(
            'lijkt op gegevens van personen, niet getoond: {columns}',
            'ressemble à des données de personnes, non montré : {columns}',
            'sieht nach Daten von Personen aus, nicht gezeigt: {columns}',
            'looks like data of persons, not shown: {columns}',
            { columns: personal.join(', ') },
          ),
        ]
      : []),
    ...found.totals.slice(0, totalsListed).map(({ label, column, reason, proposal }) =>
      headed(
        inFour('totaal', 'total', 'Summe', 'total'),
        inFour(
          '{label} in {column}: {reason} [{treated}]',
          '{label} dans {column} : {reason} [{treated}]',
          '{label} in {column}: {reason} [{treated}]',
          '{label} in {column}: {reason} [{treated}]',
          {
            label: quoted(cut(label, 40, '...')),
            column: cut(column, 30, '...'),
            reason,
            treated: treatments[proposal],
          },
        ),
      ),
    ),
    ...(more > 0
      ? [
          inFour(
            'nog {n:# totaal|# totalen}, in de beschrijving',
            '{n} {n:autre total|autres totaux}, dans la description',
            '{n} {n:weitere Summe|weitere Summen}, in der Beschreibung',
            '{n} {n:more total|more totals}, in the description',
            { n: more },
          ),
        ]
      : []),
    ...found.relations.map(({ column, formula, holds, rows }) =>
      headed(
        inFour('volgt', 'résulte', 'folgt', 'follows'),
        inFour(
          '{column} = {formula}, in {holds} van de {rows} rijen',
          '{column} = {formula}, dans {holds} lignes sur {rows}',
          '{column} = {formula}, in {holds} von {rows} Zeilen',
          '{column} = {formula}, in {holds} of {rows} rows',
          { column, formula, holds, rows },
        ),
      ),
    ),
    ...(found.otherSheets.length > 0
      ? [
          inFour(
            'andere bladen, noem er een met --sheet: {sheets}',
            'autres feuilles, nommez-en une avec --sheet : {sheets}',
            'andere Blätter, nennen Sie eines mit --sheet: {sheets}',
            'other sheets, name one with --sheet: {sheets}',
            { sheets: found.otherSheets.join(', ') },
          ),
        ]
      : []),
    ...found.notes.map((note) => headed(inFour('let op', 'à noter', 'Hinweis', 'note'), note)),
  ];
}

/** What differs from the known source that comes nearest. */
function differencesOf({ renamed, missing, unknown }: NearestSource): Text {
  const listed = 4;
  const parts = [
    ...renamed.map(([from, to]) =>
      inFour(
        '{from} heet {to}',
        '{from} s’appelle {to}',
        '{from} heißt {to}',
        '{from} is called {to}',
        {
          from: quoted(from),
          to: quoted(to),
        },
      ),
    ),
    ...(missing.length > 0
      ? [
          inFour(
            'er ontbreekt {names}{more}',
            'il manque {names}{more}',
            'es fehlt {names}{more}',
            'it lacks {names}{more}',
            {
              names: joinWith(missing.slice(0, listed).map(quoted), ', '),
              more:
                missing.length > listed
                  ? inFour(' en nog {n}', ' et {n} de plus', ' und {n} weitere', ' and {n} more', {
                      n: missing.length - listed,
                    })
                  : '',
            },
          ),
        ]
      : []),
    ...(unknown.length > 0
      ? [
          inFour(
            '{n} {n:kolom is|kolommen zijn} nieuw',
            '{n} {n:colonne est nouvelle|colonnes sont nouvelles}',
            '{n} {n:Spalte ist|Spalten sind} neu',
            '{n} {n:column is|columns are} new',
            { n: unknown.length },
          ),
        ]
      : []),
  ];
  return parts.length > 0
    ? joinWith(parts, '; ')
    : inFour('in een andere vorm', 'sous une autre forme', 'in anderer Form', 'in another format');
}

/** The known source that comes nearest, and what was made of that. */
function nearestSays(nearest: NearestSource): Text {
  const { id, shared, needed, renamed, unknown, fits, isEdition, isClaimSheet } = nearest;
  if (fits)
    return isClaimSheet
      ? inFour(
          'Bekend: dit is een cijferblad, zoals "samenbeeld claims" en "samenbeeld claim-sheet" het schrijven.',
          'Connu : c’est une feuille de chiffres, comme en écrivent « samenbeeld claims » et « samenbeeld claim-sheet ».',
          'Bekannt: dies ist ein Angabenblatt, wie „samenbeeld claims“ und „samenbeeld claim-sheet“ es schreiben.',
          'Known: this is a claim sheet, as "samenbeeld claims" and "samenbeeld claim-sheet" write it.',
        )
      : inFour(
          'Een bestand van {id}, dat al beschreven is.',
          'Un fichier de {id}, déjà décrit.',
          'Eine Datei von {id}, die schon beschrieben ist.',
          'A file of {id}, which is described already.',
          { id },
        );
  if (isEdition && renamed.length + unknown.length === 0 && (isClaimSheet || shared === needed))
    return isClaimSheet
      ? inFour(
          'Bekend: dit is een cijferblad in een andere vorm dan "samenbeeld claims" schrijft; de beschrijving daarvan is overgenomen.',
          'Connu : c’est une feuille de chiffres sous une autre forme que celle de « samenbeeld claims » ; sa description est reprise.',
          'Bekannt: dies ist ein Angabenblatt in anderer Form, als „samenbeeld claims“ es schreibt; dessen Beschreibung ist übernommen.',
          'Known: this is a claim sheet in another layout than "samenbeeld claims" writes; its description was taken.',
        )
      : inFour(
          'Een bestand van {id} in een andere vorm; overgenomen is die beschrijving.',
          'Un fichier de {id} sous une autre forme ; sa description est reprise.',
          'Eine Datei von {id} in anderer Form; deren Beschreibung ist übernommen.',
          'A file of {id} in another layout; its description was taken.',
          { id },
        );
  const said = { id, shared, needed, differences: differencesOf(nearest) };
  return isEdition
    ? inFour(
        'Verwant: {id}, waarvan dit een latere uitgave lijkt ({shared} van de {needed} koppen): {differences}. Overgenomen is die beschrijving; alleen wat veranderde, is een vraag.',
        'Proche : {id}, dont ceci semble être une édition ultérieure ({shared} des {needed} en-têtes) : {differences}. Sa description est reprise ; seul ce qui a changé est une question.',
        'Ähnlich: {id}, wovon dies eine spätere Ausgabe zu sein scheint ({shared} von {needed} Überschriften): {differences}. Diese Beschreibung ist übernommen; nur was sich geändert hat, ist eine Frage.',
        'Nearest: {id}, of which this seems a later edition ({shared} of {needed} headings): {differences}. Its description was taken; only what changed is a question.',
        said,
      )
    : inFour(
        'Verwant: {id}, {shared} van de {needed} koppen: {differences}. Misschien is die beschrijving een begin.',
        'Proche : {id}, {shared} des {needed} en-têtes : {differences}. Sa description peut servir de point de départ.',
        'Ähnlich: {id}, {shared} von {needed} Überschriften: {differences}. Vielleicht taugt diese Beschreibung als Anfang.',
        'Nearest: {id}, {shared} of {needed} headings: {differences}. Perhaps start from its description.',
        said,
      );
}

/** What a record holds unless it says otherwise: left out, so that what matters is seen. */
const usual: Readonly<Record<string, string>> = {
  wording: 'exact',
  extent: 'whole',
  status: 'A',
  stat: 'count',
  massBasis: 'unknown',
  estimated: 'false',
  controlledDelivery: 'unknown',
  publicationRestriction: 'none',
};

/** Cells of a row, or fields of a record, by name; hashes are told by their first letters. */
function cellsOf(values: Readonly<Record<string, unknown>>): Text {
  const filled = Object.entries(values).filter(([, value]) => value !== null && value !== '');
  const left = filled.length - cellsShown;
  const shown = filled
    .slice(0, cellsShown)
    .map(([name, value]) => {
      const text = String(value)
        .trim()
        .replace(/^([0-9a-f]{8})[0-9a-f]{56}$/, '$1...');
      return `${cut(name, 24, '...')} = ${cut(text, 60, '...')}`;
    })
    .join(' | ');
  const cells = inEach((language) => withheldIn(shown, language));
  return left > 0
    ? inFour(
        '{cells} | nog {n}',
        '{cells} | {n} de plus',
        '{cells} | {n} weitere',
        '{cells} | {n} more',
        { cells, n: left },
      )
    : cells;
}

/** A record with its figure in front and its period in one. */
function shortened(record: SampleRow['after'][number], hidden: ReadonlySet<string>): Text {
  const { value, quantity, unit, periodStart, periodEnd, freq: _, ...rest } = record;
  const telling = Object.entries(rest).filter(
    ([name, text]) => !hidden.has(name) && ownValue(usual, name) !== String(text),
  );
  const figure = value ?? quantity;
  const amount = inSigns('{figure} {unit}', {
    figure:
      figure === undefined ? inFour('ontbreekt', 'manque', 'fehlt', 'missing') : String(figure),
    unit: unit === undefined ? '' : String(unit),
  });
  return inSigns('{amount} | {fields}', {
    amount,
    fields: cellsOf({
      ...(periodStart !== undefined && {
        period: periodStart === periodEnd ? periodStart : `${periodStart}/${periodEnd}`,
      }),
      ...Object.fromEntries(telling),
    }),
  });
}

/** Fields fed by columns that look like data of persons: their cells are shown nowhere. */
function withheld({ columns, personal }: FileDescription): ReadonlySet<string> {
  const fed = columns.filter(({ headings }) =>
    headings.some((name) => Object.hasOwn(personal, name)),
  );
  return new Set(fed.flatMap(({ to }) => to ?? []));
}

/** What the proposed description makes of the file: the fate of every item, what was wrong, and a few rows before and after. */
function trialBlocks(
  found: FileDescription,
  trial: FileDescription['trial'] = found.trial,
): readonly Block[] {
  const { format } = found;
  if (trial.kind === 'refused')
    return [
      paragraph(
        inLine(
          inFour(
            'Proef: nog niet bruikbaar: {problem}',
            'Essai : pas encore utilisable : {problem}',
            'Versuch: noch nicht brauchbar: {problem}',
            'Tried: not usable yet: {problem}',
            { problem: trial.says ?? englishQuoted(trial.problem) },
          ),
        ),
      ),
      ...(trial.once ? trialBlocks(found, trial.once) : []),
    ];
  const isJson = format.value === 'json' || format.value === 'ndjson';
  const at = (line: number): Text =>
    isJson
      ? inFour('element {line}', 'élément {line}', 'Element {line}', 'element {line}', {
          line: String(line),
        })
      : inFour('regel {line}', 'ligne {line}', 'Zeile {line}', 'line {line}', {
          line: String(line),
        });
  const { conservation: own, issues, records, samples } = trial;
  const hidden = withheld(found);
  const items: readonly ListItem[] = [
    ...Object.entries(own.exclusions).map(([rule, n]) => ({
      text: inFour(
        'uitgesloten {n}: {rule}',
        '{n} {n:exclue|exclues} : {rule}',
        'ausgeschlossen {n}: {rule}',
        'excluded {n}: {rule}',
        { n, rule },
      ),
    })),
    ...issues.slice(0, problemsListed).map(({ rule, column, count, example }) => ({
      text: inFour(
        '{severity} {n}: {rule}{column}, bv. {at}{message}',
        '{severity} {n} : {rule}{column}, p. ex. {at}{message}',
        '{severity} {n}: {rule}{column}, z. B. {at}{message}',
        '{severity} {n}: {rule}{column}, e.g. {at}{message}',
        {
          severity:
            example.severity === 'rejection'
              ? inFour('geweigerd', 'rejet', 'abgewiesen', 'rejected')
              : inFour('waarschuwing', 'avertissement', 'Warnung', 'warning'),
          n: count,
          rule,
          column:
            column === null
              ? ''
              : inFour(' in {column}', ' dans {column}', ' in {column}', ' in {column}', {
                  column: cut(column, 40, '...'),
                }),
          at: example.line === null ? '' : inSigns('{at}: ', { at: at(example.line) }),
          message: issueWords(example)?.message ?? englishQuoted(example.message),
        },
      ),
    })),
    ...(issues.length > problemsListed
      ? [
          {
            text: inFour(
              'nog {n:# soort|# soorten}',
              '{n} {n:autre sorte|autres sortes}',
              '{n} {n:weitere Art|weitere Arten}',
              '{n} {n:more kind|more kinds}',
              { n: issues.length - problemsListed },
            ),
          },
        ]
      : []),
    ...samples.map(({ line, before, after, records: all }) => ({
      text: inSigns('{at}: {cells}', { at: at(line), cells: cellsOf(before) }),
      under: [
        ...after.map((record) => ({ text: shortened(record, hidden) })),
        ...(all > after.length
          ? [
              {
                text: inFour(
                  'nog {n:# record|# records}',
                  '{n} {n:autre enregistrement|autres enregistrements}',
                  '{n} {n:weiterer Datensatz|weitere Datensätze}',
                  '{n} {n:more record|more records}',
                  { n: all - after.length },
                ),
              },
            ]
          : []),
      ],
    })),
  ];
  return [
    paragraph(
      inFour(
        'Proef: {items:# gegeven|# gegevens} = {accepted} aanvaard + {excluded} uitgesloten + {rejected} geweigerd\n{rows} {rows:rij|rijen}, {records:# record|# records}',
        'Essai : {items:# donnée|# données} = {accepted} {accepted:acceptée|acceptées} + {excluded} {excluded:exclue|exclues} + {rejected} {rejected:rejetée|rejetées}\n{rows} {rows:ligne|lignes}, {records:# enregistrement|# enregistrements}',
        'Versuch: {items:# Angabe|# Angaben} = {accepted} angenommen + {excluded} ausgeschlossen + {rejected} abgewiesen\n{rows} {rows:Zeile|Zeilen}, {records:# Datensatz|# Datensätze}',
        'Tried: {items:# item|# items} = {accepted} accepted + {excluded} excluded + {rejected} rejected\n{rows} {rows:row|rows}, {records:# record|# records}',
        {
          items: own.items,
          accepted: own.accepted,
          excluded: own.excluded,
          rejected: own.rejected,
          rows: own.rows,
          records,
        },
      ),
    ),
    { kind: 'list', items: items.map(itemInLine) },
  ];
}

/** What a person must decide, each with the other answers that the file allows. */
function decisionsBlock({ decisions }: FileDescription): Block {
  if (decisions.length === 0)
    return paragraph(
      inFour(
        'Er is niets meer te beslissen.',
        'Il ne reste rien à décider.',
        'Es ist nichts mehr zu entscheiden.',
        'Nothing is left to decide.',
      ),
    );
  const answers = (alternatives: readonly Text[]): readonly Text[] => {
    const more = alternatives.length - answersListed;
    return [
      ...alternatives
        .slice(0, answersListed)
        .map((answer) =>
          inFour('of {answer}', 'ou {answer}', 'oder {answer}', 'or {answer}', { answer }),
        ),
      ...(more > 0
        ? [
            inFour(
              'nog {n}, in de beschrijving',
              '{n} de plus, dans la description',
              '{n} weitere, in der Beschreibung',
              '{n} more, in the description',
              { n: more },
            ),
          ]
        : []),
    ];
  };
  return table(
    inFour('Te beslissen', 'À décider', 'Zu entscheiden', 'To decide'),
    [
      ['number', inFour('nr.', 'n°', 'Nr.', 'no.')],
      ['label', inFour('onderwerp', 'objet', 'Gegenstand', 'what')],
      ['words', inFour('vraag', 'question', 'Frage', 'question')],
    ],
    decisions.map(({ number, about, question, alternatives }) => [
      String(number),
      inLine(about),
      joinWith([question, ...answers(alternatives)].map(inLine).map(withCode), '\n'),
    ]),
  );
}

/** What is not said and not asked, each with the key under which it is written; nothing where all is said. */
function unsaidBlocks({ unsaid }: FileDescription): readonly Block[] {
  if (unsaid.length === 0) return [];
  const named = unsaid.map(({ about, path }) =>
    inSigns('{about} (`{key}`)', { about, key: path.join('.') }),
  );
  return [
    paragraph(
      inLine(
        inFour(
          'Niet vermeld, en geen vraag, omdat er geen cijfer op rust: {named}. Schrijf het in de beschrijving waar het bekend is; tot dan zegt elk beeld dat het niet vermeld is.',
          'Non précisé, sans que ce soit une question, aucun chiffre n’en dépendant : {named}. Écrivez-le dans la description lorsqu’on le sait ; en attendant, chaque tableau dit que ce n’est pas précisé.',
          'Nicht angegeben und keine Frage, da keine Zahl darauf beruht: {named}. In der Beschreibung eintragen, wo es bekannt ist; bis dahin sagt jedes Lagebild, dass es nicht angegeben ist.',
          'Not said, and no question, as no figure rests on it: {named}. Write it in the description where it is known; until then each picture says that it is not said.',
          { named: joinWith(named, ', ') },
        ),
      ),
    ),
  ];
}

/**
 * A described file as it is shown to a reader, through any door: its layout, the known source that comes nearest, what each
 * column seems to mean, what reading by the proposed description gives, and what is to decide. Of a file that a known source
 * reads, or an edition of one, what that source makes of it is told, and no guesses.
 *
 * @example
 * ```ts
 * import { describedPage, describeFile } from '@samenbeeld/describe';
 * import { renderTerminal } from '@samenbeeld/page';
 * const found = await describeFile('fixtures/published/excerpts/ssmsi_regions_2023.csv');
 * renderTerminal(describedPage(found), { language: 'nl' })[1] // => 'csv | utf-8 | ";" | decimale komma | Frans | 1 kopregel'
 * ```
 */
export function describedPage(found: FileDescription): readonly Block[] {
  const { file, nearest, unfit } = found;
  const isGuessed = !nearest?.fits && !nearest?.isEdition;
  return [
    { kind: 'heading', text: inLine(file) },
    paragraph(joinWith([layoutOf(found), contentsOf(found)].map(inLine), '\n')),
    ...(nearest ? [paragraph(inLine(nearestSays(nearest)))] : []),
    ...(isGuessed ? [columnsTable(found), ...list(findings(found).map(inLine))] : []),
    ...(unfit === null
      ? [...trialBlocks(found), decisionsBlock(found), ...unsaidBlocks(found)]
      : [paragraph(inLine(unfit))]),
  ];
}
