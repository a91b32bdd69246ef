import { createRequire } from 'node:module';
import { englishQuoted, inFour, quoted, type Text } from '@samenbeeld/schema';
import type { Document } from 'yaml';

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
      const said = /^Maximum call stack/.test(broken.message)
        ? tooDeep
        : englishQuoted((broken.message.split('\n')[0] ?? '').slice(0, 120));
      return refuse(said, lineOf(broken.pos[0]));
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
    if (error instanceof ReferenceError)
      return refuse(
        inFour(
          'de verwijzingen (*naam) herhalen elkaar zonder einde',
          'les renvois (*nom) se répètent sans fin',
          'die Verweise (*Name) wiederholen einander ohne Ende',
          'its references (*name) repeat each other without end',
        ),
        1,
      );
    throw error;
  }
}
