import { createRequire } from 'node:module';
import { InputError, inFour, quoted, type Text, wrongUse } from '@samenbeeld/schema';
import type { RE2JS } from 're2js';

/** The first place where an expression finds something. */
export interface Found {
  readonly text: string;
  readonly groups: readonly (string | undefined)[];
  readonly named: (name: string) => string | undefined;
}

/** A regular expression that a file brings, as RE2 reads it: matched in time linear in the text, whatever it says. */
export interface Expression {
  readonly test: (text: string) => boolean;
  readonly find: (text: string) => Found | null;
  /** The text with the first match replaced; `$1`, `$<name>` and `$&` are what was found, `$$` is `$`. */
  readonly replaced: (text: string, by: string) => string;
}

/** What is wrong with an expression, and how it is mended. */
export interface ExpressionProblem {
  readonly problem: Text;
  readonly repair: Text;
}

/** States of the automaton: more is a list of names that belongs in a crosswalk. */
const largest = 20_000;
/** States times characters of one text, a second or two. */
const mostSteps = 20_000_000;
const mostKept = 500;

const require = createRequire(import.meta.url);
let re2: typeof RE2JS | undefined;

function load(): typeof RE2JS {
  re2 ??= (require('re2js') as { readonly RE2JS: typeof RE2JS }).RE2JS;
  return re2;
}

/** Classes of characters that RE2JS knows and RE2 in the engine does not. */
const strange: ReadonlySet<string> = new Set(
  `ascii assigned cn lc asciihexdigit alphabetic dash emoji emojicomponent emojimodifier emojimodifierbase
   emojipresentation extendedpictographic hexdigit lowercase math quotationmark terminalpunctuation uppercase whitespace
   beriaerfe garay gurungkhema kiratrai olonal sidetic sunuwar taiyo todhri tolongsiki tulutigalari unknown`.split(
    /\s+/,
  ),
);

/** What a refused expression says that JavaScript's can say and RE2's cannot, and what says the same. */
function explained(pattern: string): ExpressionProblem | null {
  const escapes = [...pattern.matchAll(/\\(.)/gsu)].map(([, letter = '']) => letter);
  const bare = pattern.replace(/\\./gsu, '').replace(/\[[^\]]*\]/gsu, '');
  if (/\(\?<?[=!]/u.test(bare))
    return {
      problem: inFour(
        'kijkt vooruit of achteruit, wat eeuwig kan duren',
        'regarde en avant ou en arrière, ce qui peut ne jamais finir',
        'blickt voraus oder zurück, was ewig laufen kann',
        'looks ahead or behind, which can run for ever',
      ),
      repair: inFour(
        'schrijf wat er moet staan als groep, en in een voorwaarde wat er niet mag staan onder `not`: `{ match: "^FR", not: { match: "^FR97" } }`',
        'écrivez comme groupe ce qui doit y être et, dans une condition, sous `not` ce qui ne doit pas y être : `{ match: "^FR", not: { match: "^FR97" } }`',
        'was dastehen muss, als Gruppe schreiben, und in einer Bedingung unter `not`, was nicht dastehen darf: `{ match: "^FR", not: { match: "^FR97" } }`',
        'write what must be there as a group, and in a condition what must not under `not`: { match: "^FR", not: { match: "^FR97" } }',
      ),
    };
  if (escapes.includes('u'))
    return {
      problem: inFour(
        'noemt een teken als \\u',
        'nomme un caractère par \\u',
        'nennt ein Zeichen als \\u',
        'names a character as \\u',
      ),
      repair: inFour(
        'schrijf het teken zelf, of zijn nummer als \\x{2019}',
        'écrivez le caractère lui-même, ou son numéro comme \\x{2019}',
        'das Zeichen selbst schreiben oder seine Nummer als \\x{2019}',
        'write the character itself, or its number as \\x{2019}',
      ),
    };
  if (escapes.some((letter) => letter === 'k' || /[1-9]/.test(letter)))
    return {
      problem: inFour(
        'verwijst terug naar een van zijn groepen, wat eeuwig kan duren',
        'renvoie à l’un de ses groupes, ce qui peut ne jamais finir',
        'verweist auf eine seiner Gruppen zurück, was ewig laufen kann',
        'refers back to one of its groups, which can run for ever',
      ),
      repair: inFour(
        'schrijf uit wat daar mag staan',
        'écrivez en entier ce qui peut y figurer',
        'ausschreiben, was dort stehen darf',
        'write out what may stand there',
      ),
    };
  return null;
}

const compiled = new Map<string, Expression | ExpressionProblem>();

function grown(by: string, found: Found): string {
  return by.replace(
    /\$(?:([$&])|(\d{1,2})|<([^>]*)>)/gu,
    (whole, sign: string | undefined, number: string | undefined, name: string | undefined) => {
      if (sign !== undefined) return sign === '$' ? '$' : found.text;
      if (name !== undefined) return found.named(name) ?? '';
      const at = Number(number);
      if (at > 0 && at < found.groups.length) return found.groups[at] ?? '';
      // As in JavaScript, `$12` is the first group and a 2 where there is no twelfth.
      const first = Number(number?.[0]);
      return at > 9 && first > 0 && first < found.groups.length
        ? `${found.groups[first] ?? ''}${number?.[1] ?? ''}`
        : whole;
    },
  );
}

function made(pattern: string, re: RE2JS): Expression {
  const states = re.programSize();
  const names = new Map(Object.entries(re.namedGroups()));
  function bounded(text: string): string {
    if (text.length * states <= mostSteps) return text;
    throw new InputError(
      inFour(
        'een tekst van {n} tekens is te lang voor de uitdrukking {expression}',
        'un texte de {n} caractères est trop long pour l’expression {expression}',
        'ein Text von {n} Zeichen ist zu lang für den Ausdruck {expression}',
        'a text of {n} characters is too long for the expression {expression}',
        { n: text.length, expression: shown(pattern) },
      ),
      {
        repair: inFour(
          'schrijf een kortere uitdrukking, of vraag de uitgever wat die cel is',
          'écrivez une expression plus courte, ou demandez à l’éditeur ce qu’est cette cellule',
          'einen kürzeren Ausdruck schreiben oder den Herausgeber fragen, was diese Zelle ist',
          'write a shorter expression, or ask the publisher what that cell is',
        ),
      },
    );
  }
  function find(text: string): (Found & { readonly start: number }) | null {
    const matcher = re.matcher(bounded(text));
    if (!matcher.find()) return null;
    const groups = Array.from(
      { length: matcher.groupCount() + 1 },
      (_, at) => matcher.group(at) ?? undefined,
    );
    return {
      text: groups[0] ?? '',
      groups,
      named: (name) => groups[names.get(name) ?? -1],
      start: matcher.start(0),
    };
  }
  return {
    test: (text) => re.test(bounded(text)),
    find,
    replaced: (text, by) => {
      const found = find(text);
      return found
        ? `${text.slice(0, found.start)}${grown(by, found)}${text.slice(found.start + found.text.length)}`
        : text;
    },
  };
}

function shown(pattern: string): string {
  return pattern.length > 60 ? `${pattern.slice(0, 57)}…` : pattern;
}

function compile(pattern: string, flags: string): Expression | ExpressionProblem {
  for (const [said, name = ''] of pattern.matchAll(/\\[pP]\{\^?(\w+)\}/gu))
    if (strange.has(name.toLowerCase().replaceAll('_', '')))
      return {
        problem: inFour(
          'noemt de klasse {said}, die niet elke engine kent',
          'nomme la classe {said}, que tous les moteurs ne connaissent pas',
          'nennt die Klasse {said}, die nicht jede Engine kennt',
          'names the class {said}, which not every engine knows',
          { said },
        ),
        repair: inFour(
          'schrijf een categorie of een schrift, zoals \\p{L}, \\p{Lu} of \\p{Greek}',
          'écrivez une catégorie ou une écriture, comme \\p{L}, \\p{Lu} ou \\p{Greek}',
          'eine Kategorie oder eine Schrift schreiben, etwa \\p{L}, \\p{Lu} oder \\p{Greek}',
          'write a category or a script, such as \\p{L}, \\p{Lu} or \\p{Greek}',
        ),
      };
  try {
    const re = load().compile(flags === '' ? pattern : `(?${flags})${pattern}`);
    return re.programSize() > largest
      ? {
          problem: inFour('is te groot', 'est trop grande', 'ist zu groß', 'is too large'),
          repair: inFour(
            'zet namen in een omzettabel, en herhaal minder',
            'mettez les noms dans une table de correspondance, et répétez moins',
            'Namen in eine Umschlüsselung setzen und weniger wiederholen',
            'put names into a crosswalk, and repeat less',
          ),
        }
      : made(pattern, re);
  } catch (error) {
    const [said = ''] = (error instanceof Error ? error.message : '').split('\n');
    const fault = said.replace(/^error parsing regexp: /, '').slice(0, 120);
    return (
      explained(pattern) ?? {
        problem: inFour(
          'is geen reguliere uitdrukking',
          'n’est pas une expression régulière',
          'ist kein regulärer Ausdruck',
          'is not a regular expression',
        ),
        repair: inFour(
          'verbeter haar ({quote}); ze wordt geschreven zoals RE2 het doet: {page}',
          'corrigez-la ({quote}) ; elle s’écrit comme RE2 le fait : {page}',
          'ihn berichtigen ({quote}); er wird geschrieben, wie RE2 es tut: {page}',
          'mend it ({fault}); it is written as RE2 does: {page}',
          { fault, quote: quoted(fault), page: 'https://github.com/google/re2/wiki/Syntax' },
        ),
      }
    );
  }
}

function known(pattern: string, flags: string): Expression | ExpressionProblem {
  const key = `${flags}/${pattern}`;
  const before = compiled.get(key);
  if (before) return before;
  if (compiled.size >= mostKept) compiled.clear();
  const found = compile(pattern, flags);
  compiled.set(key, found);
  return found;
}

/** Refuses an expression that cannot be matched, by the key that holds it. Throws UsageError. */
export function refuseExpression(where: string, pattern: string): void {
  const fault = expressionProblem(pattern);
  if (fault)
    throw wrongUse(
      '{where}: de uitdrukking {problem}; {repair}',
      '{where} : l’expression {problem} ; {repair}',
      '{where}: der Ausdruck {problem}; {repair}',
      '{where}: the expression {problem}; {repair}',
      { where, ...fault },
    );
}

/** What is wrong with an expression; null where it can be matched. */
export function expressionProblem(pattern: string): ExpressionProblem | null {
  const found = known(pattern, '');
  return 'problem' in found ? found : null;
}

/**
 * An expression of a file, compiled once. Flags as RE2 has them: `i` for either case, `m` for `^` and `$` at lines, `s` for
 * a dot that is also a line's end. Throws an InputError where it cannot be matched in linear time.
 */
export function expression(pattern: string, flags: string = ''): Expression {
  const found = known(pattern, flags);
  if (!('problem' in found)) return found;
  throw new InputError(
    inFour(
      'de uitdrukking {expression} {problem}',
      'l’expression {expression} {problem}',
      'der Ausdruck {expression} {problem}',
      'the expression {expression} {problem}',
      { expression: shown(pattern), problem: found.problem },
    ),
    { repair: found.repair },
  );
}
