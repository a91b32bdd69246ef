import { createRequire } from 'node:module';
import { englishQuoted, inFour, ownValue, quoted, type Text } from '@samenbeeld/schema';
import type { Document, YAMLParseError } from 'yaml';

const require = createRequire(import.meta.url);
let loaded: typeof import('yaml') | undefined;
/** Loaded with the first description. */
function yaml(): typeof import('yaml') {
  loaded ??= require('yaml') as typeof import('yaml');
  return loaded;
}

/** A YAML text as it was read, with the line at which a part of it stands. */
export interface YamlText {
  readonly data: unknown;
  readonly lineAt: (path: readonly string[]) => number | undefined;
}

const longest = 2_000_000;
/** Signs that open, part or end something; the longest description of the catalogue has some 800. */
const mostSigns = 30_000;

const tooDeep = inFour(
  'de delen zijn te diep genest',
  'les parties sont imbriquées trop profondément',
  'die Teile sind zu tief verschachtelt',
  'its parts are nested too deep',
);

/** What is wrong in nl, fr and de; in English the parser says it. */
type Three = readonly [nl: string, fr: string, de: string];

/** By the code that the parser gives it. */
const faults: Readonly<Record<string, Three>> = {
  BAD_INDENT: [
    'de inspringing past niet bij die van de regels ervoor',
    'le retrait ne correspond pas à celui des lignes qui précèdent',
    'die Einrückung passt nicht zu der der Zeilen davor',
  ],
  TAB_AS_INDENT: [
    'de regel springt in met een tab, en YAML vraagt spaties',
    'la ligne est en retrait par une tabulation, et YAML demande des espaces',
    'die Zeile ist mit einem Tabulator eingerückt, und YAML verlangt Leerzeichen',
  ],
  BLOCK_AS_IMPLICIT_KEY: [
    'een sleutel staat binnen de waarde van een andere; een tekst met `: ` hoort tussen aanhalingstekens, en sleutels naast elkaar springen even ver in',
    'une clé se trouve dans la valeur d’une autre ; un texte avec `: ` va entre guillemets, et des clés de même rang ont le même retrait',
    'ein Schlüssel steht im Wert eines anderen; ein Text mit `: ` gehört in Anführungszeichen, und Schlüssel nebeneinander sind gleich weit eingerückt',
  ],
  MULTILINE_IMPLICIT_KEY: [
    'een sleutel loopt over meer dan één regel; ontbreekt ergens `: `?',
    'une clé court sur plus d’une ligne ; manque-t-il `: ` quelque part ?',
    'ein Schlüssel geht über mehr als eine Zeile; fehlt irgendwo `: `?',
  ],
  BLOCK_IN_FLOW: [
    'tussen haken staat een deel dat inspringt, of ontbreekt een komma',
    'entre les crochets se trouve une partie en retrait, ou il manque une virgule',
    'zwischen den Klammern steht ein eingerückter Teil, oder es fehlt ein Komma',
  ],
  BAD_SCALAR_START: [
    'een tekst begint met een teken dat in YAML iets anders betekent; zet hem tussen aanhalingstekens',
    'un texte commence par un signe qui veut dire autre chose en YAML ; mettez-le entre guillemets',
    'ein Text beginnt mit einem Zeichen, das in YAML etwas anderes bedeutet; er gehört in Anführungszeichen',
  ],
  BAD_DQ_ESCAPE: [
    'tussen dubbele aanhalingstekens staat een `\\` voor een teken dat daar niet bij past; gebruik enkele',
    'entre guillemets doubles, un `\\` précède un signe qui ne va pas avec lui ; prenez des guillemets simples',
    'in doppelten Anführungszeichen steht ein `\\` vor einem Zeichen, das nicht dazu passt; einfache verwenden',
  ],
  BAD_ALIAS: [
    'een verwijzing (*naam) of anker (&naam) heeft geen geldige naam',
    'un renvoi (*nom) ou une ancre (&nom) n’a pas de nom valable',
    'ein Verweis (*Name) oder Anker (&Name) hat keinen gültigen Namen',
  ],
  UNEXPECTED_TOKEN: [
    'er staat iets dat hier niet past',
    'il y a quelque chose qui ne va pas ici',
    'hier steht etwas, das nicht hierher passt',
  ],
  MULTIPLE_DOCS: [
    'het bestand bevat meer dan één document (`---`)',
    'le fichier contient plus d’un document (`---`)',
    'die Datei enthält mehr als ein Dokument (`---`)',
  ],
};

/** Which sign is missing, by the words of the parser, which has one code for all. */
const missing: readonly (readonly [says: RegExp, words: Three])[] = [
  [
    /closing/u,
    [
      'een aanhalingsteken wordt niet gesloten',
      'un guillemet n’est pas fermé',
      'ein Anführungszeichen wird nicht geschlossen',
    ],
  ],
  [
    /end with|must be/u,
    [
      'een haak wordt niet gesloten',
      'un crochet n’est pas fermé',
      'eine Klammer wird nicht geschlossen',
    ],
  ],
  [
    /followed by map values/u,
    [
      'achter een sleutel ontbreekt `: `',
      'il manque `: ` derrière une clé',
      'hinter einem Schlüssel fehlt `: `',
    ],
  ],
  [
    /,/u,
    [
      'tussen twee delen ontbreekt een komma',
      'il manque une virgule entre deux parties',
      'zwischen zwei Teilen fehlt ein Komma',
    ],
  ],
  [
    /- indicator/u,
    [
      'voor een deel van de lijst ontbreekt `- `',
      'il manque `- ` devant une partie de la liste',
      'vor einem Teil der Liste fehlt `- `',
    ],
  ],
];

/** What is wrong and at which sign of its line; the parser's own words where we know no better. */
function syntaxFault({ code, message }: YAMLParseError, column: number): Text {
  if (code === 'RESOURCE_EXHAUSTION' || /^Maximum call stack/u.test(message)) return tooDeep;
  const said = (message.split(/\n|; please/u)[0] ?? '').slice(0, 120);
  const isMissing = /^(?:MISSING_CHAR|BAD_INDENT)$/u.test(code);
  const sign = isMissing && missing.find(([says]) => says.test(message))?.[1];
  const known = sign || ownValue(faults, code);
  const what = known ? { nl: known[0], fr: known[1], de: known[2], en: said } : englishQuoted(said);
  return inFour(
    '{what} (teken {column})',
    '{what} (signe {column})',
    '{what} (Zeichen {column})',
    '{what} (character {column})',
    { what, column: String(column) },
  );
}

/** A key that stands twice in one mapping. The parser's own search takes time by the square of the keys. */
function repeatedKey(document: Document): { readonly key: string; readonly at: number } | null {
  let found: { readonly key: string; readonly at: number } | null = null;
  yaml().visit(document, {
    Map(_, map) {
      const keys = new Set<string>();
      for (const { key } of map.items) {
        if (!yaml().isScalar(key)) continue;
        const text = String(key.value);
        if (keys.has(text)) {
          found = { key: text, at: key.range?.[0] ?? 0 };
          return yaml().visit.BREAK;
        }
        keys.add(text);
      }
      return undefined;
    },
  });
  return found;
}

/**
 * Reads a YAML text that a person or another program wrote. `refuse` is told what is wrong and on which line: broken syntax, a
 * key that stands twice, references that grow without end, or more than a description can hold.
 *
 * @example
 * ```ts
 * import { readYaml } from '@samenbeeld/ingest';
 * readYaml('picture: a', () => { throw new Error('refused'); }).data // => { picture: 'a' }
 * ```
 */
export function readYaml(text: string, refuse: (problem: Text, line: number) => never): YamlText {
  const signs = text.match(/[\n\r,:"'[\]{}&!*?%|>#@`]|- /g)?.length ?? 0;
  if (text.length > longest || signs > mostSigns)
    refuse(
      inFour(
        'langer dan enig bestand van deze soort',
        'plus long que tout fichier de ce genre',
        'länger als jede Datei dieser Art',
        'it is longer than any file of this kind',
      ),
      1,
    );
  const lines = new (yaml().LineCounter)();
  const lineOf = (offset: number | undefined): number => lines.linePos(offset ?? 0).line || 1;
  try {
    const document = yaml().parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: false,
      logLevel: 'error',
    });
    const [broken] = document.errors;
    if (broken) {
      const { line, col } = lines.linePos(broken.pos[0]);
      return refuse(syntaxFault(broken, col || 1), line || 1);
    }
    const twice = repeatedKey(document);
    if (twice)
      refuse(
        inFour(
          'elke sleutel mag één keer staan, en {key} staat er twee keer',
          'chaque clé ne peut figurer qu’une fois, et {key} figure deux fois',
          'jeder Schlüssel darf nur einmal stehen, und {key} steht zweimal',
          'Map keys must be unique, and {key} stands twice',
          { key: quoted(twice.key.slice(0, 60)) },
        ),
        lineOf(twice.at),
      );
    const node = (path: readonly string[]): unknown =>
      document.getIn(
        path.map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
        true,
      );
    return {
      data: document.toJS(),
      lineAt: (path) => {
        const range = (node(path) as { range?: readonly number[] } | undefined)?.range;
        return range && yaml().isMap(document.contents) ? lineOf(range[0]) : undefined;
      },
    };
  } catch (error) {
    if (error instanceof RangeError) return refuse(tooDeep, 1);
    if (error instanceof ReferenceError) {
      const unknown = /^Unresolved alias .*: (.+)$/u.exec(error.message)?.[1];
      return refuse(
        unknown === undefined
          ? inFour(
              'de verwijzingen (*naam) herhalen elkaar zonder einde',
              'les renvois (*nom) se répètent sans fin',
              'die Verweise (*Name) wiederholen einander ohne Ende',
              'its references (*name) repeat each other without end',
            )
          : inFour(
              'een verwijzing noemt {name}, en dat is nergens ervoor genoemd (&naam)',
              'un renvoi nomme {name}, qui n’est nommé nulle part avant lui (&nom)',
              'ein Verweis nennt {name}, und das ist nirgends davor benannt (&Name)',
              'a reference names {name}, which nothing before it names (&name)',
              { name: quoted(unknown.slice(0, 60)) },
            ),
        lineOf(unknown === undefined ? 0 : Math.max(0, text.indexOf(`*${unknown}`))),
      );
    }
    throw error;
  }
}
