import type { Card, Param } from '@samenbeeld/answers';
import { foldText, type Language, nameDistance, shownText, unlike } from '@samenbeeld/schema';
import { Command, Help, Option } from 'commander';
import { asRun } from './as-run.ts';
import { pastedPath } from './check-files.ts';
import { helpIn } from './help-words.ts';
import { misuseIn, suggestionIn } from './misuse.ts';
import { optionName } from './options.ts';

const version = '0.1.0';

/** Options every command takes. */
function withCommon(command: Command, says: ReturnType<typeof helpIn>): Command {
  return command
    .option('--json', says.json)
    .addOption(
      new Option('--language <language>', says.language).choices(['nl', 'fr', 'de', 'en']),
    );
}

/** Who decides and why, as every command takes it that records a decision. */
function withDecider(command: Command, says: ReturnType<typeof helpIn>): Command {
  return command
    .option('--role <role>', says.role)
    .option('--agency <code>', says.agency)
    .option('--programme <code>', says.programme)
    .option('--reason <reason>', says.reason)
    .option('--evidence <evidence>', says.evidence)
    .option('--time <time>', says.time);
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

/** An option before its command, of which commander asks only the root, is judged, and its help shown, as the command's. */
function beforeCommand(text: string, root: Command, seeHelp: string): string {
  const [, flag] = /^error: unknown option '(--[^']+)'/u.exec(text) ?? [];
  const [named] = root.args.flatMap(
    (arg) => root.commands.find((command) => command.name() === arg) ?? [],
  );
  if (flag === undefined || !named || root.args[0] === named.name()) return text;
  root.showHelpAfterError(seeHelp.replace('{command}', `samenbeeld ${named.name()} --help`));
  const known = named
    .createHelp()
    .visibleOptions(named)
    .flatMap(({ long }) => long ?? []);
  const wanted = flag.split('=')[0] ?? flag;
  if (known.includes(wanted))
    return `error: option '${wanted}' belongs after the command: samenbeeld ${named.name()} … ${wanted}\n`;
  const [near] = known
    .map((name) => ({ name, apart: nameDistance(foldText(wanted), foldText(name)) }))
    .filter(({ apart }) => apart < unlike)
    .sort((a, b) => a.apart - b.apart);
  return `error: unknown option '${wanted}'\n${near ? `(Did you mean ${near.name}?)\n` : ''}`;
}

/** Where what is asked stands in the place of the picture, it is the picture that is missing: commander misses the last. */
function pictureMissing(text: string, root: Command, asking: Asking | null): string {
  const [, given = ''] = root.args;
  const isAsked = asking?.answers.some(({ name }) => name === given) || /\s/u.test(given);
  return isAsked
    ? text.replace(/^(error: missing required argument) '(?:answer|cell)'/u, "$1 'picture'")
    : text;
}

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

/** The help of commander with its own words in the reader's language. */
function worded(says: ReturnType<typeof helpIn>): Partial<Help> {
  const plain = new Help();
  const titles: Readonly<Record<string, string>> = {
    'Usage:': says.usage,
    'Arguments:': says.argumentsAre,
    'Options:': says.optionsAre,
    'Commands:': says.commandsAre,
  };
  const marks = (usage: string): string =>
    usage.replace('[options]', says.options).replace('[command]', says.command);
  return {
    styleTitle: (title) => titles[title] ?? title,
    commandUsage: (command) => marks(plain.commandUsage(command)),
    subcommandTerm: (command) => marks(plain.subcommandTerm(command)),
    optionDescription: (option) =>
      plain
        .optionDescription(option)
        .replace(/\(choices: /u, `(${says.choices}`)
        .replace(/(?<=[(,] ?)default: /u, says.standard),
  };
}

/**
 * The command line. Each command's module is loaded when it runs, so that help comes at once; so are the answers, for the
 * commands whose options are made from them.
 */
export function program(
  done: (code: number) => void,
  language: Language,
  asking: Asking | null = null,
): Command {
  const says = helpIn(language);
  const withQuestion = (command: Command): Command =>
    asking ? withParams(command, asking.questionParams, language) : command;
  const root = new Command('samenbeeld')
    .description(says.samenbeeld)
    .version(version, '-V, --version', says.version)
    .helpOption('-h, --help', says.help)
    .helpCommand('help [command]', says.helpFor)
    .configureHelp(worded(says))
    .showSuggestionAfterError()
    .showHelpAfterError(says.seeHelp.replace('{command}', 'samenbeeld --help'))
    .configureOutput({
      writeOut: (text) => process.stdout.write(asRun(text)),
      writeErr: (text) => process.stderr.write(asRun(text)),
      outputError: (text, write) =>
        write(
          misuse(beforeCommand(pictureMissing(text, root, asking), root, says.seeHelp), language),
        ),
    })
    .addHelpText(
      'after',
      `
${says.examples}
  samenbeeld build fixtures/published/north-sea-port.picture.yaml --out out/north-sea-port
  samenbeeld check "4100 kg cocaine Vlissingen 2022"
  samenbeeld why out/north-sea-port "NSP cocaine 2022"
  samenbeeld decide fixtures/published/north-sea-port.picture.yaml

${says.exitCodes}`,
    );

  const add = (
    signature: string,
    description: string,
    load: () => Promise<Action>,
    shape: (command: Command) => Command = (command) => command,
  ) => {
    const command = withCommon(shape(root.command(signature).description(description)), says);
    const seeHelp = says.seeHelp.replace('{command}', `samenbeeld ${command.name()} --help`);
    command.showHelpAfterError(seeHelp).action(async (...received: unknown[]) => {
      const words = received.slice(0, -2) as (string | readonly string[])[];
      // Left out, an operand is undefined.
      const args = words.map((word) => {
        if (typeof word === 'string') return pastedPath(word);
        return Array.isArray(word) ? word.map((one) => pastedPath(String(one))) : word;
      });
      const options = received.at(-2) as Readonly<Record<string, unknown>>;
      const action = await load();
      done((await action(options, ...args)) ?? 0);
    });
  };

  add(
    'init <folder> [files...]',
    says.init,
    async () => (await import('./commands/init.ts')).init,
    (command) =>
      withQuestion(command)
        .option('--audience <audience>', says.audienceInternal)
        .option('--title <title>', says.title)
        .option('--name <name>', says.name)
        .option('--as-of <day>', says.asOf)
        .option('--add', says.addFiles)
        .addHelpText(
          'after',
          `
${says.fileIsPath}

${says.examples}
  samenbeeld init antwerp ports.csv published-claims=fixtures/published/claims.csv --place Antwerp --substance heroin
  samenbeeld init antwerp --add seizures-2025.csv`,
        ),
  );
  add(
    'build <picture>',
    says.build,
    async () => (await import('./commands/build.ts')).build,
    (command) =>
      command
        .requiredOption('--out <folder>', says.outBuild)
        .option('--notes', says.issues)
        .option('--threads <n>', says.threads),
  );
  add(
    'ask <picture> <answer>',
    says.ask,
    async () => (await import('./commands/ask.ts')).ask,
    (command) =>
      (asking ? withParams(command, asking.params, language) : command).addHelpText(
        'after',
        `
${says.answersAre} ${(asking?.answers ?? []).map(({ name }) => name).join(', ')}

${says.examples}
  samenbeeld ask out/north-sea-port total --place Antwerp --substance cocaine --basis seized_in_port
  samenbeeld ask out/north-sea-port total --place BE --substance all --basis seized_in_territory --from 2019
  samenbeeld ask out/north-sea-port trend --place Vlissingen --substance COC --basis seized_in_port
  samenbeeld ask out/north-sea-port sources`,
      ),
  );
  add(
    'answers [name]',
    says.answers,
    async () => (await import('./commands/answers.ts')).listAnswers,
  );
  add(
    'describe <file>',
    says.describe,
    async () => (await import('./commands/describe.ts')).describe,
    (command) =>
      command
        .option('--out <file>', says.outDescription)
        .option('--id <id>', says.idOfSource)
        .option('--sheet <sheet>', says.sheet)
        .option('--force', says.forceDescription),
  );
  add(
    'codes [list] [words...]',
    says.codes,
    async () => (await import('./commands/codes.ts')).codes,
    (command) =>
      command.addHelpText(
        'after',
        `
${says.examples}
  samenbeeld codes                       ${says.codeLists}
  samenbeeld codes metrics               ${says.codesOfOne}
  samenbeeld codes substances COCAINE    ${says.codeOfWord}
  samenbeeld codes wietplanten           ${says.inAnyList}`,
      ),
  );
  add(
    'ingest <source> <files...>',
    says.ingest,
    async () => (await import('./commands/ingest.ts')).ingestFiles,
    (command) =>
      command
        .requiredOption('--out <folder>', says.outPicture)
        .option('--audience <audience>', says.audience, 'public')
        .option('--decisions <file>', says.decisionsToApply)
        .option('--draft', says.draftPicture)
        .option('--notes', says.notes)
        .option('--resume <folder>', says.resume),
  );
  add(
    'harmonise <source> <files...>',
    says.harmonise,
    async () => (await import('./commands/harmonise.ts')).harmonise,
    (command) =>
      withDecider(
        command
          .option('--decisions <file>', says.decisions, 'decisions.jsonl')
          .option('--confirm <numbers>', says.confirm)
          .option('--as <meaning>', says.as)
          .option('--accept-above <confidence>', says.acceptAbove)
          .option('--correct <column>', says.correct)
          .option('--from <text>', says.from)
          .option('--to <text>', says.to)
          .option('--where <heading=text...>', says.whichRow)
          .option('--reopen <id>', says.reopenDecision)
          .option('--write', says.write)
          .option('--cluster [method]', says.cluster),
        says,
      ),
  );
  add(
    'decide <picture> [subject]',
    says.decide,
    async () => (await import('./commands/decide.ts')).decide,
    (command) =>
      withDecider(
        command
          .option('--place <place...>', says.placesOnly)
          .option('--substance <substance...>', says.drugsOnly)
          .option('--keep <claim>', says.keep)
          .option('--accept', says.accept)
          .option('--until <day>', says.until)
          .option('--add', says.add)
          .option('--same', says.same)
          .option('--different', says.different)
          .option('--unsure', says.unsure)
          .option('--reopen', says.reopen)
          .option('--settle', says.settle),
        says,
      ).addHelpText(
        'after',
        `
${says.examples}
  samenbeeld decide mine.picture.yaml --place Vlissingen --substance cocaine
  samenbeeld decide mine.picture.yaml m-9b278f62
  samenbeeld decide mine.picture.yaml m-9b278f62 --keep C086 --role "analyst, port desk" --reason "…"`,
      ),
  );
  add(
    'link <picture>',
    says.link,
    async () => (await import('./commands/link.ts')).link,
    (command) =>
      withDecider(
        command
          .option('--review', says.reviewPairs)
          .option('--blind', says.blind)
          .option('--all', says.allPairs)
          .option('--same <pairs>', says.samePairs)
          .option('--different <pairs>', says.differentPairs)
          .option('--unsure <pairs>', says.unsurePairs)
          .option('--reopen <pairs>', says.reopenPairs)
          .option('--accept-above <probability>', says.acceptPairs)
          .option('--audience <audience>', says.readsAlong),
        { ...says, reason: says.reasonPairs },
      ),
  );
  add(
    'anomalies <source> <files...>',
    says.anomalies,
    async () => (await import('./commands/anomalies.ts')).anomalies,
    (command) =>
      withDecider(
        command
          .option('--against <source:file...>', says.against)
          .option('--kind <kind>', says.kind)
          .option('--all', says.all)
          .option('--draft', says.draft)
          .option('--decisions <file>', says.decisions, 'decisions.jsonl')
          .option('--accept <ids>', says.acceptIds)
          .option('--write-corrections <file>', says.writeCorrections)
          .option('--take-corrections <file>', says.takeCorrections),
        { ...says, evidence: says.evidenceBesides },
      ),
  );
  add(
    'fetch <source>',
    says.fetch,
    async () => (await import('./commands/fetch.ts')).fetchFiles,
    (command) =>
      command
        .option('--into <folder>', says.into, 'snapshots')
        .option('--mirror <address>', says.mirror)
        .option('--max-megabytes <n>', says.maxMegabytes, '2000'),
  );
  add(
    'diff <earlier> <later>',
    says.diff,
    async () => (await import('./commands/diff.ts')).diff,
    (command) =>
      withDecider(
        command
          .option('--decisions <file>', says.decisions, 'decisions.jsonl')
          .option('--declare', says.declare)
          .option('--where <dimension=value...>', says.whichDimensions)
          .option('--where-later <dimension=value...>', says.whereLater)
          .option('--draft', says.draft),
        says,
      ),
  );
  add(
    'template <name>',
    says.template,
    async () => (await import('./commands/template.ts')).writeTemplate,
    (command) =>
      command
        .option('--out <file>', says.templateOut)
        .option('--agency <code>', says.fillsIn)
        .option('--force', says.forceWorkbook),
  );
  add(
    'check-sources <pictures...>',
    says.checkSources,
    async () => (await import('./commands/check-sources.ts')).checkSourcesOf,
    (command) => command.option('--checks <file...>', says.checks),
  );
  add(
    'check <claim>',
    says.check,
    async () => (await import('./commands/check.ts')).check,
    (command) => command.option('--picture <folder>', says.pictureToCheck, 'out/north-sea-port'),
  );
  add(
    'claims <text>',
    says.claims,
    async () => (await import('./commands/claims.ts')).claimsOf,
    (command) =>
      command
        .option('--out <csv>', says.outClaims)
        .option('--review', says.reviewFigures)
        .option('--url <address>', says.url)
        .option('--published-on <date>', says.publishedOn)
        .option('--place <place>', says.placeClaims)
        .option('--agency <code>', says.agencyClaims)
        .option('--id <prefix>', says.prefix, 'X')
        .addOption(
          new Option('--text-language <language>', says.textLanguage).choices([
            'nl',
            'fr',
            'de',
            'en',
          ]),
        )
        .option('--force', says.forceSheet),
  );
  add(
    'claim-sheet',
    says.claimSheet,
    async () => (await import('./commands/claim-sheet.ts')).writeClaimSheet,
    (command) =>
      command
        .option('--out <file>', says.workbook, 'claims.xlsx')
        .option('--from <csv>', says.fromCsv)
        .option('--force', says.forceWorkbook),
  );
  add(
    'why <picture> <cell>',
    says.why,
    async () => (await import('./commands/why.ts')).explainWhy,
    (command) => command.option('--format <format>', says.format),
  );
  add(
    'completion <shell>',
    says.completion,
    async () => {
      const { completion } = await import('./commands/completion.ts');
      return (options, shell) => completion(options, shell, root, asking);
    },
    (command) =>
      command.addHelpText(
        'after',
        `
${says.examples}
  samenbeeld completion bash >> ~/.bashrc
  samenbeeld completion powershell >> $PROFILE`,
      ),
  );
  add('doctor', says.doctor, async () => (await import('./commands/doctor.ts')).doctor);
  return root;
}
