import { type Block, renderTerminal } from '@samenbeeld/page';
import {
  filled,
  formatNumber,
  InputError,
  inFour,
  type Language,
  languages,
  machineProblem,
  quoted,
  RefusalError,
  shownLines,
  shownText,
  type Text,
  typeset,
  UsageError,
  withheldText,
} from '@samenbeeld/schema';
import { asRun } from './as-run.ts';

/** Where a command writes: results to stdout, progress and errors to stderr. */
export interface Terminal {
  /** Whether results are JSON for machines. */
  readonly json: boolean;
  readonly language: Language;
  /** Lines of the result, for people; silent where the result is JSON. A line break within one is shown, not sent. */
  print(...lines: readonly string[]): void;
  /** The same of lines that are set for the reader already: what they quote in another language stands as it was written. */
  show(...lines: readonly string[]): void;
  /** Blocks as lines as wide as the screen; where nobody looks on, as wide as is said there or here, or not folded. */
  page(blocks: readonly Block[], piped?: number): void;
  /** A result in a format of its own, for either. */
  text(document: string): void;
  /** The result, for machines; silent where it is for people. */
  result(value: unknown): void;
  /** What is being done, on stderr. */
  progress(line: string): void;
}

/** The language of the reader: as asked, else the machine's where it is one of the four, else English. */
export function languageOf(asked: string | undefined, env: NodeJS.ProcessEnv): Language {
  const known = (value: string | undefined) =>
    languages.find((language) => language === value?.slice(0, 2).toLowerCase());
  if (asked !== undefined) {
    const language = languages.find((entry) => entry === asked);
    if (!language)
      throw new UsageError(
        inFour(
          '--language is {languages}, niet {asked}.',
          '--language est {languages}, et non {asked}.',
          '--language ist {languages}, nicht {asked}.',
          '--language takes {languages}, not {asked}.',
          { languages: languages.join(', '), asked: quoted(asked) },
        ),
      );
    return language;
  }
  return known(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG']) ?? 'en';
}

/**
 * Lets nothing through to stdout and stderr but visible text, line breaks and tabs, whoever writes: a command, a library,
 * the runtime's own warnings. samenbeeld styles nothing, so there is no control character that it needs to send. Gives
 * back the way to undo it.
 */
export function showControls(): () => void {
  const undo = [process.stdout, process.stderr].map((stream) => {
    const { write } = stream;
    const shown = (chunk: string | Uint8Array, ...rest: readonly unknown[]): boolean => {
      const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
      return Reflect.apply(write, stream, [shownLines(text), ...rest]);
    };
    stream.write = shown as typeof write;
    return () => {
      if (stream.write === shown) stream.write = write;
    };
  });
  return () => {
    for (const each of undo) each();
  };
}

/** The width of the screen; where nobody looks on, that of an exported COLUMNS, as `man` and `psql` take it, else none. */
export function widthOf(
  { isTTY, columns }: Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>,
  exported: string | undefined,
): number | undefined {
  const wide = isTTY ? columns - 1 : Number(exported);
  return isTTY || wide > 0 ? Math.max(60, wide) : undefined;
}

export function openTerminal({
  json = false,
  language,
  quiet = false,
}: {
  readonly json?: boolean;
  readonly language?: string | undefined;
  readonly quiet?: boolean;
}): Terminal {
  const reader = languageOf(language, process.env);
  const width = widthOf(process.stdout, process.env['COLUMNS']);
  const show: Terminal['show'] = (...lines) => {
    if (!json) console.log(asRun(lines.map(shownText).join('\n')));
  };
  return {
    json,
    language: reader,
    print: (...lines) => {
      if (!json)
        console.log(asRun(lines.map((line) => setForReader(shownText(line), reader)).join('\n')));
    },
    show,
    page: (blocks, piped) =>
      show(...renderTerminal(blocks, { language: reader, width: width ?? piped })),
    text: (document) => console.log(document),
    result: (value) => {
      if (json) console.log(JSON.stringify(value, null, 2));
    },
    progress: (line) => {
      if (!json && !quiet && process.stderr.isTTY) console.error(`  ${shownText(line)}`);
    },
  };
}

/** Words for one reader, with what stands in them; numbers as the language prints them. */
export function told(
  words: Text,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return filled(words[language], language, values, (word) =>
    typeof word === 'number' ? formatNumber(word, language) : word,
  );
}

/** Words as the language sets them, but for what is quoted in English and what is to be copied as it is: code between backticks or braces. */
export function setForReader(words: string, language: Language): string {
  return words
    .split(/(\(en: “[^”]*”\)|`[^`\n]*`|\{ .* \})/u)
    .map((part, at) => (at % 2 === 1 ? part : typeset(part, language)))
    .join('');
}

/** What is said in English only, set apart for a reader of another language. */
export function quotedEnglish(text: string, language: Language): string {
  return language === 'en' || text === '' ? text : `(en: “${text}”)`;
}

/** What is said of a failure, before and around what a library says of it in English. */
const failures = {
  data: inFour(
    'Hier klopt iets niet {message}.',
    'Il y a un problème {message}.',
    'Hier stimmt etwas nicht {message}.',
    '{message}',
  ),
  refusal: inFour(
    'Dit wordt niet beantwoord {message}.',
    'Il n’est pas répondu à cette demande {message}.',
    'Darauf wird nicht geantwortet {message}.',
    '{message}',
  ),
  use: inFour(
    'Zo kan het niet {message}.',
    'Cet appel n’est pas possible {message}.',
    'So geht es nicht {message}.',
    '{message}',
  ),
  folder: inFour(
    '{path} is een map waar een bestand wordt verwacht. Noem het bestand erin dat is bedoeld.',
    '{path} est un dossier, là où un fichier est attendu. Nommez le fichier qui est visé.',
    '{path} ist ein Ordner, wo eine Datei erwartet wird. Nennen Sie die Datei darin, die gemeint ist.',
    '{path} is a folder where a file is expected. Name the file in it that is meant.',
  ),
  aFolder: inFour(
    'Er is een map waar een bestand wordt verwacht. Noem het bestand erin dat is bedoeld.',
    'Il y a un dossier là où un fichier est attendu. Nommez le fichier qui est visé.',
    'Wo eine Datei erwartet wird, ist ein Ordner. Nennen Sie die Datei darin, die gemeint ist.',
    'Found a folder where a file is expected. Name the file in it that is meant.',
  ),
  own: inFour(
    'Dit is een fout van samenbeeld, niet van uw gegevens {message}; met SAMENBEELD_DEBUG=1 ziet u waar ze optrad.',
    'C’est une faute de samenbeeld, non de vos données {message} ; avec SAMENBEELD_DEBUG=1 vous voyez où elle s’est produite.',
    'Das ist ein Fehler von samenbeeld, nicht Ihrer Daten {message}; mit SAMENBEELD_DEBUG=1 sehen Sie, wo er auftrat.',
    '{message}. This is a fault of samenbeeld, not of your data; run with SAMENBEELD_DEBUG=1 for where it happened.',
  ),
};

/** What an argument or a file put into a sentence is shown, not sent, and data of persons are left out. */
const safely = (words: string): string => shownText(withheldText(words));

function framed(frame: Text, message: string, language: Language): string {
  return told(frame, language, { message: quotedEnglish(message, language) });
}

/** What a failure is called for machines, and the exit code: 1 the data, 2 the call. */
export function failure(
  thrown: unknown,
  language: Language = 'en',
): {
  readonly code: number;
  readonly report: Readonly<Record<string, unknown>>;
} {
  const isFolder = thrown instanceof Error && 'code' in thrown && thrown.code === 'EISDIR';
  const error = isFolder ? thrown : machineProblem(thrown);
  if (error instanceof InputError)
    return {
      code: 1,
      report: {
        error: 'InputError',
        message: error.says ? error.says[language] : framed(failures.data, error.message, language),
        place: error.place,
        repair: error.repair,
      },
    };
  if (error instanceof RefusalError)
    return {
      code: 1,
      report: {
        error: 'RefusalError',
        message: error.says
          ? [
              safely(error.says[language]),
              error.remedySays?.[language] ?? quotedEnglish(error.remedy, language),
            ]
              .filter(Boolean)
              .join(' ')
          : framed(failures.refusal, error.message, language),
        dimension: error.dimension,
        remedy: error.remedy,
      },
    };
  if (error instanceof UsageError)
    return {
      code: 2,
      report: {
        error: 'UsageError',
        message: error.says
          ? safely(error.says[language])
          : framed(failures.use, error.message, language),
      },
    };
  if (isFolder && error instanceof Error) {
    const path = 'path' in error && typeof error.path === 'string' ? error.path : '';
    return {
      code: 2,
      report: {
        error: 'UsageError',
        message: told(path === '' ? failures.aFolder : failures.folder, language, {
          path: safely(path),
        }),
      },
    };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: 1,
    report: {
      error: 'Error',
      message: told(failures.own, language, {
        message: quotedEnglish(message.split('\n')[0] ?? '', language),
      }),
    },
  };
}
