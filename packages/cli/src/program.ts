import type { Card, Param } from '@samenbeeld/answers';
import { type Language, shownText } from '@samenbeeld/schema';
import { Command, Option } from 'commander';
import { misuseIn, suggestionIn } from './misuse.ts';
import { optionName } from './options.ts';

const version = '0.1.0';

/** Options every command takes. */
function withCommon(command: Command): Command {
  return command
    .option('--json', 'print the result as JSON, for machines')
    .addOption(
      new Option('--language <language>', 'language of the output').choices([
        'nl',
        'fr',
        'de',
        'en',
      ]),
    );
}

/** The options of a question, as the answers take them. */
function withParams(
  command: Command,
  params: Readonly<Record<string, Param>>,
  language: Language,
): Command {
  return Object.entries(params).reduce((whole, [key, { many, says, values }]) => {
    const name = optionName(key).slice(2);
    const word = values ? values.join('|') : name;
    return whole.option(`--${name} <${word}${many ? '...' : ''}>`, says[language]);
  }, command);
}

type Action = (
  options: Readonly<Record<string, unknown>>,
  ...args: readonly (string | readonly string[])[]
) => Promise<number | undefined>;

/** What commander found wrong, where only its own suggestion is a line of its own. */
function misuse(text: string, language: Language): string {
  const [suggestion] = /\n\(Did you mean [\w ,-]+\?\)\n$/u.exec(text) ?? ['\n'];
  const found = misuseIn(shownText(text.slice(0, -suggestion.length)), language);
  return `${found.trimEnd()}${suggestionIn(suggestion, language)}`;
}

/** What the command line takes of the answers: their cards, what a question may name, and what any answer may be told. */
export interface Asking {
  readonly answers: readonly Card[];
  readonly questionParams: Readonly<Record<string, Param>>;
  readonly params: Readonly<Record<string, Param>>;
}

/** Commands whose options are made from the answers. */
export const askingCommands: ReadonlySet<string> = new Set(['ask', 'init', 'completion']);

/**
 * The command line. Each command's module is loaded when it runs, so that help comes at once; so are the answers, for the
 * commands whose options are made from them.
 */
export function program(
  done: (code: number) => void,
  language: Language,
  asking: Asking | null = null,
): Command {
  const withQuestion = (command: Command): Command =>
    asking ? withParams(command, asking.questionParams, language) : command;
  const root = new Command('samenbeeld')
    .description(
      'Turns national crime pictures into one joint picture that every partner can check.',
    )
    .version(version)
    .showSuggestionAfterError()
    .configureOutput({ outputError: (text, write) => write(misuse(text, language)) })
    .addHelpText(
      'after',
      `
Examples:
  samenbeeld build fixtures/published/north-sea-port.picture.yaml --out out/north-sea-port
  samenbeeld check "4100 kg cocaine Vlissingen 2022"
  samenbeeld why out/north-sea-port "NSP cocaine 2022"
  samenbeeld decide fixtures/published/north-sea-port.picture.yaml

Exit codes: 0 done, 1 a problem in the data, 2 wrong use.`,
    );

  const add = (
    signature: string,
    description: string,
    load: () => Promise<Action>,
    shape: (command: Command) => Command = (command) => command,
  ) => {
    const command = withCommon(shape(root.command(signature).description(description)));
    command.action(async (...received: unknown[]) => {
      const args = received.slice(0, -2) as (string | readonly string[])[];
      const options = received.at(-2) as Readonly<Record<string, unknown>>;
      const action = await load();
      done((await action(options, ...args)) ?? 0);
    });
  };

  add(
    'init <folder> [files...]',
    'begin a picture: from files and a question to a folder with descriptions, a picture file and a notebook',
    async () => (await import('./commands/init.ts')).init,
    (command) =>
      withQuestion(command)
        .option('--audience <audience>', 'who may read it; internal by default')
        .option('--title <title>', 'what the picture is called; what is asked by default')
        .option('--name <name>', 'name of its files; after the folder by default')
        .option('--as-of <day>', "the day of the picture; today's by default")
        .addHelpText(
          'after',
          `
A file is a path, which is described, or SOURCE=PATH where the catalogue describes it.

Example:
  samenbeeld init antwerp ports.csv published-claims=fixtures/published/claims.csv --place Antwerp --substance heroin`,
        ),
  );
  add(
    'build <picture>',
    'build a picture and its report from a *.picture.yaml, and say what is new since the last build',
    async () => (await import('./commands/build.ts')).build,
    (command) =>
      command
        .requiredOption(
          '--out <folder>',
          'folder of the picture; replaced as a whole, or left as it was',
        )
        .option('--threads <n>', 'threads of the engine; the result is the same'),
  );
  add(
    'ask <picture> <answer>',
    'ask a built picture: one of the answers that `samenbeeld answers` lists, of any place, drug, basis, metric and period',
    async () => (await import('./commands/ask.ts')).ask,
    (command) =>
      (asking ? withParams(command, asking.params, language) : command).addHelpText(
        'after',
        `
Answers: ${(asking?.answers ?? []).map(({ name }) => name).join(', ')}

Examples:
  samenbeeld ask out/north-sea-port total --place Antwerp --substance cocaine --basis seized_in_port
  samenbeeld ask out/north-sea-port total --place BE --substance all --basis seized_in_territory --from 2019
  samenbeeld ask out/north-sea-port trend --place Vlissingen --substance COC --basis seized_in_port
  samenbeeld ask out/north-sea-port sources`,
      ),
  );
  add(
    'answers [name]',
    'what can be asked of a picture, and what each answer takes',
    async () => (await import('./commands/answers.ts')).listAnswers,
  );
  add(
    'describe <file>',
    'propose a source description for a file nobody has described, and say what is open',
    async () => (await import('./commands/describe.ts')).describe,
    (command) =>
      command
        .option('--out <file>', 'the description to write; <id>.source.yaml by default')
        .option('--id <id>', 'id of the source; after the name of the file by default')
        .option('--sheet <sheet>', 'the sheet of a workbook')
        .option('--force', 'overwrite a description and crosswalks that exist'),
  );
  add(
    'codes [list] [word]',
    'list the code lists, or the codes of one, or find the code of a word',
    async () => (await import('./commands/codes.ts')).codes,
    (command) =>
      command.addHelpText(
        'after',
        `
Examples:
  samenbeeld codes                       the code lists
  samenbeeld codes metrics               the codes of one list
  samenbeeld codes substances COCAINE    the code of a word in one list
  samenbeeld codes wietplanten           in any list; \`codes "" drugs\` where the word is a list's name`,
      ),
  );
  add(
    'ingest <source> <files...>',
    'read files of one source into a picture, and say what became of every item',
    async () => (await import('./commands/ingest.ts')).ingestFiles,
    (command) =>
      command
        .requiredOption('--out <folder>', 'folder of the picture')
        .option('--audience <audience>', 'who may read it', 'public')
        .option('--decisions <file>', 'decisions on labels and slips to apply, a decisions.jsonl')
        .option('--draft', 'take a description with open questions; the picture says DRAFT')
        .option('--notes', 'show the notes too: what was corrected, filled down or left empty')
        .option('--resume <folder>', 'keep what is read, to go on there after a break'),
  );
  add(
    'harmonise <source> <files...>',
    'list labels that nothing explains, with proposals, and record what they mean',
    async () => (await import('./commands/harmonise.ts')).harmonise,
    (command) =>
      command
        .option('--decisions <file>', 'where decisions are recorded', 'decisions.jsonl')
        .option('--confirm <numbers>', 'labels of the list, by number (1,4-6), or one label')
        .option('--as <meaning>', 'exact:CODE, narrower:CODE, broader:, overlap:, none, proposed')
        .option('--accept-above <confidence>', 'record every exact proposal at least as sure')
        .option('--correct <column>', 'put a slip right: its column, with --from, --to and --where')
        .option('--from <text>', 'what the cell says')
        .option('--to <text>', 'what it should say')
        .option('--where <heading=text...>', 'which row: cells of other columns')
        .option('--reopen <id>', 'undo a decision in force')
        .option('--write', 'add what is decided to the crosswalks beside the source.yaml')
        .option('--cluster [method]', 'show variant labels: fingerprint, ngram, phonetic, distance')
        .option('--role <role>', 'your role, never a name')
        .option('--agency <code>', 'the service your role belongs to (NL_CUST)')
        .option('--reason <reason>', 'why')
        .option('--evidence <evidence>', 'what it rests on')
        .option('--time <time>', 'ISO time of the decision; now by default'),
  );
  add(
    'decide <picture> [subject]',
    'list what is to decide in a picture, or record a decision, by number, name or subject; a release also by a decisions.jsonl',
    async () => (await import('./commands/decide.ts')).decide,
    (command) =>
      command
        .option('--place <place...>', 'list what is of these places only, by code or name')
        .option('--substance <substance...>', 'list what is of these drugs only, by code or name')
        .option('--keep <claim>', 'the claim to keep: its id, or its value')
        .option('--accept', 'accept: use a ceiling, override a break, release what is marked')
        .option('--until <day>', 'with --accept, of a release: the last day it holds')
        .option('--add', 'two services count different finds: add them')
        .option('--same', 'two records are the same seizure')
        .option('--different', 'two records are different seizures')
        .option('--unsure', 'it cannot be told whether two records are the same seizure')
        .option('--reopen', 'undo the decision in force')
        .option('--settle', 'settle what is damaged in the file of decisions; nothing is removed')
        .option('--role <role>', 'your role, never a name')
        .option('--agency <code>', 'the service your role belongs to (NL_CUST)')
        .option('--programme <code>', 'the frame of cooperation it is taken in (HAZELDONK)')
        .option('--reason <reason>', 'why')
        .option('--evidence <evidence>', 'what it rests on')
        .option('--time <time>', 'ISO time of the decision; now by default')
        .addHelpText(
          'after',
          `
Examples:
  samenbeeld decide mine.picture.yaml --place Vlissingen --substance cocaine
  samenbeeld decide mine.picture.yaml m-9b278f62
  samenbeeld decide mine.picture.yaml m-9b278f62 --keep C086 --role "analyst, port desk" --reason "…"`,
        ),
  );
  add(
    'link <picture>',
    'list records that may be the same seizure, by what is at stake, and record what a person says',
    async () => (await import('./commands/link.ts')).link,
    (command) =>
      command
        .option('--review', 'ask about one pair after another; answers may come from a pipe')
        .option('--blind', 'hide probabilities and earlier verdicts')
        .option(
          '--all',
          'list every pair, decided ones too; with --review, ask about sure ones too',
        )
        .option('--same <pairs>', 'record: the same seizure (numbers 1,4-6 of the list, or keys)')
        .option('--different <pairs>', 'record: different seizures')
        .option('--unsure <pairs>', 'record: it cannot be told')
        .option('--reopen <pairs>', 'undo what stands')
        .option('--accept-above <probability>', 'record "same" for every pair at least as likely')
        .option(
          '--audience <audience>',
          "who reads along: values not for them are blanked; the picture's by default",
        )
        .option('--role <role>', 'your role, never a name')
        .option('--agency <code>', 'the service your role belongs to (NL_CUST)')
        .option('--programme <code>', 'the frame of cooperation it is taken in (HAZELDONK)')
        .option('--reason <reason>', 'why; with --review, for every verdict')
        .option('--evidence <evidence>', 'what it rests on')
        .option('--time <time>', 'ISO time of the decision; now by default'),
  );
  add(
    'anomalies <source> <files...>',
    'look for figures that may be wrong, with evidence, and record the corrections you accept',
    async () => (await import('./commands/anomalies.ts')).anomalies,
    (command) =>
      command
        .option('--against <source:file...>', 'figures of other sources to compare with')
        .option('--kind <kind>', 'show one kind only (lost_zeros, level_shift, …)')
        .option('--all', 'show all of them')
        .option('--draft', 'take a description with open questions')
        .option('--decisions <file>', 'where decisions are recorded', 'decisions.jsonl')
        .option('--accept <ids>', 'record corrections: ids, numbers, ranges (1,4-6) or a kind')
        .option('--role <role>', 'your role, never a name')
        .option('--agency <code>', 'the service your role belongs to (NL_CUST)')
        .option('--reason <reason>', 'why')
        .option('--evidence <evidence>', 'what it rests on besides what is printed')
        .option('--time <time>', 'ISO time of the decision; now by default'),
  );
  add(
    'fetch <source>',
    'fetch the files of a source from its publisher, as dated snapshots that are never changed',
    async () => (await import('./commands/fetch.ts')).fetchFiles,
    (command) =>
      command
        .option('--into <folder>', 'where snapshots are kept', 'snapshots')
        .option('--mirror <address>', 'another address that has the same files')
        .option('--max-megabytes <n>', 'the largest file to take', '2000'),
  );
  add(
    'diff <earlier> <later>',
    'what changed between two releases of one measure, or two builds of one picture: SOURCE:FILE or the folder of a picture',
    async () => (await import('./commands/diff.ts')).diff,
    (command) =>
      command
        .option('--decisions <file>', 'where decisions are recorded', 'decisions.jsonl')
        .option('--declare', 'record that the two measure the same')
        .option('--where <dimension=value...>', 'in which dimensions: place=NL nationalCode=0.0.0')
        .option(
          '--where-later <dimension=value...>',
          'the same for the later one, where it differs',
        )
        .option('--draft', 'take a description with open questions')
        .option('--role <role>', 'your role, never a name')
        .option('--agency <code>', 'the service your role belongs to (NL_CUST)')
        .option('--reason <reason>', 'why')
        .option('--evidence <evidence>', 'what it rests on')
        .option('--time <time>', 'ISO time of the decision; now by default'),
  );
  add(
    'template <name>',
    'a workbook to fill in, with a dictionary in four languages: assessments, listings, measures, reports, post-items, actions, firm-costs',
    async () => (await import('./commands/template.ts')).writeTemplate,
    (command) =>
      command
        .option('--out <file>', 'the workbook; NAME.xlsx by default')
        .option('--agency <code>', 'the service that fills it in, for its source description')
        .option('--force', 'overwrite files that exist'),
  );
  add(
    'check-sources <pictures...>',
    'whether the sources in one or more pictures agree on what both say',
    async () => (await import('./commands/check-sources.ts')).checkSourcesOf,
    (command) =>
      command.option('--checks <file...>', 'checks of your own besides those of the catalogue'),
  );
  add(
    'check <claim>',
    'what may be said of a figure, and what not, before it is said',
    async () => (await import('./commands/check.ts')).check,
    (command) =>
      command.option('--picture <folder>', 'the picture to check against', 'out/north-sea-port'),
  );
  add(
    'claims <text>',
    'propose the figures of a press release (.txt, .md, .html, .docx, or - for standard input) as rows of the claim sheet, to confirm one by one',
    async () => (await import('./commands/claims.ts')).claimsOf,
    (command) =>
      command
        .option(
          '--out <csv>',
          'the claim sheet to write: proposals, or with --review what is confirmed',
        )
        .option('--review', 'ask about one figure after another; answers may come from a pipe')
        .option('--url <address>', 'address or number of the document, for every row')
        .option('--published-on <date>', 'day, month or year of publication: settles "last year"')
        .option('--place <place>', 'place of every figure whose sentence names none')
        .option('--agency <code>', 'who counted, where the sentence names nobody')
        .option('--id <prefix>', 'letters before the numbers of the rows', 'X')
        .addOption(
          new Option(
            '--text-language <language>',
            'language of the text; found by default',
          ).choices(['nl', 'fr', 'de', 'en']),
        )
        .option('--force', 'overwrite a sheet that exists'),
  );
  add(
    'claim-sheet',
    'write the Excel sheet in which figures from press, PDFs and answers are entered',
    async () => (await import('./commands/claim-sheet.ts')).writeClaimSheet,
    (command) =>
      command
        .option('--out <file>', 'the workbook to write', 'claims.xlsx')
        .option('--from <csv>', 'fill it with the rows of a claim sheet in CSV')
        .option('--force', 'overwrite a workbook that exists'),
  );
  add(
    'why <picture> <cell>',
    'where a figure comes from, down to file, line, column and raw cell',
    async () => (await import('./commands/why.ts')).explainWhy,
    (command) => command.option('--format <format>', 'text, json, prov (W3C PROV-JSON) or prov-n'),
  );
  add(
    'completion <shell>',
    'a script that completes commands, answers, options and codes: bash or powershell',
    async () => {
      const { completion } = await import('./commands/completion.ts');
      return (options, shell) => completion(options, shell, root, asking);
    },
    (command) =>
      command.addHelpText(
        'after',
        `
Examples:
  samenbeeld completion bash >> ~/.bashrc
  samenbeeld completion powershell >> $PROFILE`,
      ),
  );
  add(
    'doctor',
    'whether this machine has what samenbeeld needs, and how to mend it',
    async () => (await import('./commands/doctor.ts')).doctor,
  );
  return root;
}
