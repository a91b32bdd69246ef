import type { Legend } from '@samenbeeld/ingest';
import type { ReadTable } from '@samenbeeld/read';
import { inFour, type MissingReason, ownValue, quoted, type Text } from '@samenbeeld/schema';
import type { Guess } from '../guess.ts';
import { alike, clauses, fileSays } from '../quoted.ts';

type Reading = readonly [reason: MissingReason, confidence: number, why: Text];

const later = inFour(
  'cijfer volgt later',
  'chiffre à venir',
  'Zahl folgt später',
  'figure to follow later',
);
const notAvailable = inFour(
  'niet beschikbaar',
  'non disponible',
  'nicht verfügbar',
  'not available',
);
const notApplicable = inFour(
  'niet van toepassing',
  'sans objet',
  'nicht zutreffend',
  'not applicable',
);
const isUnknown = inFour('onbekend', 'inconnu', 'unbekannt', 'unknown');

/** What statistical offices mean by each mark, likeliest first. */
const meanings: Readonly<Record<string, readonly Reading[]>> = {
  '.': [
    [
      'not_collected',
      0.7,
      inFour(
        'StatLine en Duitse tabellen: onbekend, te onbetrouwbaar, of geheim',
        'StatLine et tableaux allemands : inconnu, trop peu fiable, ou confidentiel',
        'StatLine und deutsche Tabellen: unbekannt, zu unsicher oder geheim zu halten',
        'StatLine and German tables: unknown, too unreliable, or kept confidential',
      ),
    ],
    [
      'suppressed',
      0.4,
      inFour(
        'hetzelfde teken staat voor geheime cijfers',
        'le même signe désigne les chiffres confidentiels',
        'dasselbe Zeichen steht für geheime Zahlen',
        'the same mark stands for confidential figures',
      ),
    ],
  ],
  '..': [
    [
      'not_reported',
      0.8,
      inFour(
        'cijfer niet beschikbaar',
        'chiffre non disponible',
        'Zahl nicht verfügbar',
        'figure not available',
      ),
    ],
  ],
  '...': [['pending', 0.8, later]],
  '…': [['pending', 0.8, later]],
  ':': [
    [
      'not_reported',
      0.9,
      inFour(
        'het teken van Eurostat voor: niet beschikbaar',
        'le signe d’Eurostat pour : non disponible',
        'das Zeichen von Eurostat für: nicht verfügbar',
        "Eurostat's mark for: not available",
      ),
    ],
  ],
  '-': [
    [
      'not_applicable',
      0.5,
      inFour(
        'niets, of precies nul: in Duitse en Nederlandse tabellen is een streepje vaak nul',
        'rien, ou exactement zéro : dans les tableaux allemands et néerlandais un tiret est souvent zéro',
        'nichts vorhanden oder genau null: in deutschen und niederländischen Tabellen ist ein Strich oft null',
        'nothing there, or exactly nil: in German and Dutch tables a dash is often zero',
      ),
    ],
    [
      'not_reported',
      0.5,
      inFour(
        'vaak een cijfer dat niet is opgegeven',
        'souvent un chiffre qui n’a pas été donné',
        'oft eine Zahl, die nicht angegeben wurde',
        'often a figure that was not given',
      ),
    ],
  ],
  '–': [
    [
      'not_applicable',
      0.5,
      inFour(
        'een streepje: nul of niet opgegeven',
        'un tiret : zéro ou non donné',
        'ein Strich: null oder nicht angegeben',
        'a dash: nil or not given',
      ),
    ],
  ],
  x: [
    [
      'suppressed',
      0.6,
      inFour(
        'StatLine: geheim',
        'StatLine : confidentiel',
        'StatLine: geheim',
        'StatLine: confidential',
      ),
    ],
    [
      'not_applicable',
      0.5,
      inFour(
        'Duitse tabellen: een waarde is hier niet zinvol',
        'tableaux allemands : une valeur n’aurait pas de sens ici',
        'deutsche Tabellen: Tabellenfach gesperrt, weil Aussage nicht sinnvoll',
        'German tables: the cell makes no sense',
      ),
    ],
  ],
  '/': [
    [
      'suppressed',
      0.6,
      inFour(
        'Duitse tabellen: te onzeker om af te drukken',
        'tableaux allemands : trop incertain pour être publié',
        'deutsche Tabellen: nicht sicher genug, um gedruckt zu werden',
        'German tables: not certain enough to be printed',
      ),
    ],
  ],
  '*': [
    [
      'suppressed',
      0.5,
      inFour(
        'vaak een klein cijfer dat niet wordt vrijgegeven',
        'souvent un petit chiffre qui n’est pas diffusé',
        'oft eine kleine Zahl, die zurückgehalten wird',
        'often a small figure that is kept back',
      ),
    ],
    ['not_applicable', 0.5, notApplicable],
  ],
  'n/a': [
    ['not_applicable', 0.6, notApplicable],
    ['not_reported', 0.5, notAvailable],
  ],
  'n.a.': [
    ['not_reported', 0.6, notAvailable],
    ['not_applicable', 0.5, notApplicable],
  ],
  na: [
    [
      'not_reported',
      0.7,
      inFour(
        'ontbreekt, zoals R het schrijft',
        'manque, comme R l’écrit',
        'fehlt, wie R es schreibt',
        'missing, as R writes it',
      ),
    ],
    ['not_applicable', 0.4, notApplicable],
  ],
  nd: [
    ['suppressed', 0.6, alike('non diffusé')],
    ['not_reported', 0.5, alike('non disponible')],
  ],
  'n.d.': [
    [
      'not_reported',
      0.6,
      inFour(
        'non disponible, geen gegevens',
        'non disponible, pas de données',
        'non disponible, keine Daten',
        'non disponible, no data',
      ),
    ],
    ['suppressed', 0.5, alike('non diffusé')],
  ],
  'n.c.': [
    ['not_reported', 0.8, alike('non communiqué')],
    ['not_applicable', 0.3, alike('non concerné')],
  ],
  'k.a.': [['not_reported', 0.9, alike('keine Angabe')]],
  'k. a.': [['not_reported', 0.9, alike('keine Angabe')]],
  null: [
    [
      'not_reported',
      0.7,
      inFour(
        'een leeg veld van een databank',
        'un champ vide d’une base de données',
        'ein leeres Feld einer Datenbank',
        'an empty field of a database',
      ),
    ],
  ],
  onbekend: [['not_reported', 0.9, isUnknown]],
  inconnu: [['not_reported', 0.9, isUnknown]],
  unbekannt: [['not_reported', 0.9, isUnknown]],
  unknown: [['not_reported', 0.9, isUnknown]],
  ...Object.fromEntries(
    ['n.n.b.', 'nnb', 'nog niet bekend', 'nog onbekend', 'noch nicht bekannt', 'not yet known'].map(
      (mark) => [mark, [['pending', 0.8, later] as const]],
    ),
  ),
  'n.b.': [
    [
      'not_reported',
      0.7,
      inFour(
        'niet bekend of niet beschikbaar',
        'inconnu ou non disponible (n.b.)',
        'nicht bekannt oder nicht verfügbar',
        'not known or not available (n.b.)',
      ),
    ],
    ['pending', 0.4, later],
  ],
  'n.r.': [['not_reported', 0.7, alike('non renseigné')]],
  ...Object.fromEntries(
    ['n.v.t.', 'nvt', 's.o.', 'sans objet', 'entfällt', 'not applicable'].map((mark) => [
      mark,
      [['not_applicable', 0.8, notApplicable] as const],
    ]),
  ),
  ...Object.fromEntries(
    [
      'non communiqué',
      'non disponible',
      'pas communiqué',
      'niet meegedeeld',
      'niet beschikbaar',
      'niet gemeld',
      'nicht mitgeteilt',
      'nicht verfügbar',
      'nicht gemeldet',
      'keine angabe',
      'keine angaben',
      'not disclosed',
      'not available',
      'not reported',
    ].map((mark) => [mark, [['not_reported', 0.9, isUnknown] as const]]),
  ),
  'non renseigné': [
    [
      'not_reported',
      0.9,
      inFour('niet ingevuld', 'non renseigné', 'nicht ausgefüllt', 'not filled in'),
    ],
  ],
};

/** Letters of the longest mark, or of one in two languages. */
const longest = 24;

/** What a mark means, likeliest first; one in two languages (`n.b. / n.d.`) what its parts mean. None where it is no mark. */
function readingsOf(text: string): readonly Reading[] {
  if (text.length > longest) return [];
  const own = ownValue(meanings, text.toLowerCase());
  if (own || !text.includes(' / ')) return own ?? [];
  const each = text
    .toLowerCase()
    .split(' / ')
    .map((part) => ownValue(meanings, part.trim()) ?? []);
  return each.every((readings) => readings.length > 0) ? each.flat() : [];
}

/** Whether a whole cell is a mark for a missing value. */
export function isMark(text: string): boolean {
  return readingsOf(text).length > 0;
}

const dashes = ['-', '–', '—'];

/** What the lines around a table say of a mark; one dash is as good as another, which a program writes for it. */
export function meaningOf(mark: string, legend: Legend): ReturnType<Legend['get']> {
  const own = legend.get(mark);
  return own || !dashes.includes(mark) ? own : dashes.flatMap((dash) => legend.get(dash) ?? [])[0];
}

function standing(mark: string, cells: number, legend: Legend): Text {
  const said = meaningOf(mark, legend);
  return clauses([
    inFour(
      '{mark} staat in {cells} {cells:cel|cellen}',
      '{mark} figure dans {cells} {cells:cellule|cellules}',
      '{mark} steht in {cells} {cells:Zelle|Zellen}',
      '{mark} stands in {cells} {cells:cell|cells}',
      { mark: quoted(mark), cells },
    ),
    said && fileSays(`${said.mark} = ${said.text}`),
  ]);
}

/** A mark that the file says is exactly nil. */
export function nilMark(mark: string, cells: number, legend: Legend): Guess<number> {
  const confidence = meaningOf(mark, legend)?.nil ?? 0;
  return { value: 0, confidence, reason: standing(mark, cells, legend), alternatives: [] };
}

/** Whether publishers often write a mark for exactly nil. */
export function isOftenNil(mark: string): boolean {
  return /^[-–—]$/u.test(mark);
}

/** What a mark means, with the other readings that publishers give it; that of StatLine where the lines around the table are of it. */
export function guessMark(
  mark: string,
  cells: number,
  legend: Legend = new Map(),
  isStatLine = false,
): Guess<MissingReason> {
  const stands = standing(mark, cells, legend);
  const said = meaningOf(mark, legend);
  if (said?.missing)
    return {
      value: said.missing,
      confidence: 0.95,
      reason: stands,
      alternatives: [],
    };
  const [first, ...rest] = readingsOf(mark);
  const others = rest.filter(([reason]) => reason !== first?.[0]);
  const settled =
    isStatLine && mark === '.'
      ? inFour(
          'StatLine, waarin dat onbekend, te onbetrouwbaar of geheim is',
          'StatLine, où cela veut dire inconnu, trop peu fiable ou confidentiel',
          'StatLine, worin das unbekannt, zu unsicher oder geheim heißt',
          'StatLine, in which it is unknown, too unreliable or confidential',
        )
      : null;
  const [value, sure, words]: Reading = first ?? [
    'not_reported',
    0.3,
    inFour('geen gebruikelijk teken', 'signe inhabituel', 'kein übliches Zeichen', 'no usual mark'),
  ];
  const [confidence, why] = settled === null ? [sure, words] : [0.86, settled];
  return {
    value,
    confidence: said ? Math.min(confidence, 0.5) : confidence,
    reason: clauses([stands, why]),
    alternatives: others.map(([reason, likely, because]) => ({
      value: reason,
      confidence: likely,
      reason: because,
    })),
  };
}

/** Words and codes with which a column says that a figure is not published, and those that say it under a heading of secrets. */
const saysKept =
  /^(?:n(?:on)?[_ -]?diff\p{L}*|false|faux|nee|nein|no|non|geheim\p{L}*|secret\p{L}*|confid\p{L}*|vertrau\p{L}*|suppress\p{L}*|masqu\p{L}*|onderdrukt|unterdrückt|c|n|s)$/iu;
const ofSecrets = /conf|secret|geheim|vertrau/iu;
const saysYes = /^(?:true|vrai|ja|oui|yes|j|o|y|1)$/iu;

/** What stands where a figure is kept back, by the mark, or '' for an empty cell: a column beside the figures says so of each row. */
export function keptBack(
  { rows }: ReadTable,
  figures: readonly number[],
  says: { readonly index: number; readonly heading: string },
): Readonly<Record<string, Guess<MissingReason>>> {
  const isMissing = (cell: string): boolean => cell === '' || isMark(cell);
  const [missing, shown] = [new Map<string, Map<string, number>>(), new Set<string>()];
  for (const { cells } of rows) {
    const label = cells[says.index]?.trim() ?? '';
    for (const index of figures) {
      const cell = cells[index]?.trim() ?? '';
      if (!isMissing(cell)) {
        shown.add(label);
        continue;
      }
      const labels = missing.get(cell) ?? new Map<string, number>();
      missing.set(cell, labels.set(label, (labels.get(label) ?? 0) + 1));
    }
  }
  return Object.fromEntries(
    [...missing].flatMap(([mark, labels]) => {
      const [[label, cells] = ['', 0], ...others] = labels;
      const isKept = saysKept.test(label) || (ofSecrets.test(says.heading) && saysYes.test(label));
      if (!isKept || others.length > 0 || shown.has(label)) return [];
      const reason = inFour(
        '{cells} {cells:keer|keer} waar {heading} {label} zegt, en daar alleen: niet vrijgegeven',
        '{cells} fois là où {heading} dit {label}, et là seulement : non diffusé',
        '{cells} mal, wo {heading} {label} sagt, und nur dort: zurückgehalten',
        '{cells} {cells:time|times} where {heading} says {label}, and only there: kept back',
        { cells, heading: quoted(says.heading), label: quoted(label) },
      );
      return [[mark, { value: 'suppressed', confidence: 0.95, reason, alternatives: [] }] as const];
    }),
  );
}
