import { createRequire } from 'node:module';
import { say, wrongUse } from '@samenbeeld/merge';
import {
  type BuiltPicture,
  bestKnown,
  commandFor,
  nothingHeld,
  scopeLine,
  toldBuild,
} from '@samenbeeld/recipes';
import { bases, formatNumber, type Language } from '@samenbeeld/schema';
import { buildWords } from '../build-view/build-words.ts';
import { isAnswered, stakeLines, totalLines } from '../build-view/total-lines.ts';
import { afterBuild, changeLines } from '../changes-view/change-lines.ts';
import { aligned } from '../columns.ts';
import { decideWords } from '../decide-view/decide-words.ts';
import { decisionTrouble } from '../decide-view/decision-trouble.ts';
import { countConflicts } from '../decide-view/open-matters.ts';
import { openTerminal } from '../terminal.ts';

const require = createRequire(import.meta.url);

function number(value: number | null, language: Language): string {
  return value === null ? '–' : formatNumber(value, language);
}

function conservation(built: BuiltPicture, language: Language): readonly string[] {
  const rules = (record: Readonly<Record<string, number>>) => {
    const n = Object.keys(record).length;
    return n === 0 ? '' : say(buildWords.byRules, { n });
  };
  return aligned(
    built.conservation.map(({ file, rows, items, accepted, excluded, rejected, notes, ...by }) => [
      `  ${file}`,
      say(buildWords.rows, { n: rows })[language],
      say(buildWords.items, { n: items })[language],
      say(buildWords.became, {
        accepted,
        excluded,
        why: rules(by.exclusions),
        rejected,
        whyNot: rules(by.rejections),
        notes,
      })[language],
    ]),
    new Set([1, 2]),
  );
}

/** Of the workbooks, one a language, the reader's. */
const workbookIn = (path: string, language: Language): string =>
  path.replace(/-en\.xlsx$/u, `-${language}.xlsx`);

function conflicts({ analysis }: BuiltPicture, language: Language): string | null {
  if (analysis.conflicts.length === 0) return null;
  const counts = countConflicts(analysis.conflicts);
  return `  ${say(decideWords.summary, { ...counts, file: analysis.picture.decisions })[language]}`;
}

/** What a person is told of a build. */
function linesOf(built: BuiltPicture, language: Language): readonly string[] {
  const told: string[] = [];
  const print = (...lines: readonly string[]): void => {
    told.push(...lines);
  };
  const { analysis, out } = built;
  const known = bestKnown(analysis.totals) ?? analysis.totals.at(-1);
  if (analysis.synthetic) print(buildWords.exercise[language], '');
  for (const line of conservation(built, language)) print(line);
  const warnings = analysis.gathered.issues.filter(({ severity }) => severity === 'warning').length;
  if (warnings > 0) print('', `  ${say(buildWords.warnings, { n: warnings })[language]}`);
  if (analysis.later > 0)
    print(
      '',
      `  ${say(buildWords.later, { n: analysis.later, on: { date: analysis.picture.asOf } })[language]}`,
    );
  const summary = conflicts(built, language);
  if (summary) print('', summary);
  for (const { source, says } of analysis.gathered.replays)
    for (const sentence of says) print(`  ${source}: ${sentence}`);
  const { decisions } = analysis.picture;
  for (const id of built.vanished)
    print(`  ${say(decideWords.vanished, { id, out, file: decisions })[language]}`);
  for (const line of decisionTrouble(analysis, language)) print(line);
  for (const { says } of analysis.judged.conflicts)
    print(`  ${say(buildWords.contradict, { says })[language]}`);
  for (const pair of analysis.judged.judged.filter(
    ({ because }) => because === 'awaiting' || because === 'disagreed',
  ))
    print(`  ${say(buildWords.notCounted, { subject: pair.subject, says: pair.says })[language]}`);
  if (analysis.doubleReports.length > 0) {
    const count = (verdict: string): number =>
      analysis.doubleReports.filter((pair) => pair.verdict === verdict).length;
    const counts = { same: count('same'), candidates: count('candidate') };
    print('', `  ${say(decideWords.doubles, counts)[language]}`);
  }
  for (const { question, settled, problem } of analysis.answers) {
    print('', `  ${scopeLine(question, language, 'symbol')}`);
    if (problem || !isAnswered(settled)) {
      print(`  ${(problem ?? nothingHeld(question, analysis.counted))[language]}`);
      continue;
    }
    for (const line of totalLines(settled.totals, language)) print(line);
    const stakes = stakeLines(settled.totals, language);
    for (const line of stakes) print(line);
    if (stakes.length > 0)
      print(
        `  ${say(buildWords.whichPairs, { command: `samenbeeld link ${analysis.picture.path}` })[language]}`,
      );
  }
  for (const entry of analysis.whole.notAdded.filter(({ kind }) => kind === 'basis')) {
    print(
      `  ${
        say(buildWords.notAdded, {
          period: entry.period,
          value: number(entry.value, language),
          unit: entry.unit,
          basis: bases.get(entry.basis).label,
          place: { place: entry.place },
          reason: entry.reason,
        })[language]
      }`,
    );
  }
  for (const total of analysis.whole.totals) {
    for (const ceiling of total.ceilings) {
      print(
        `  ${
          say(ceiling.inUse ? buildWords.ceilingInUse : buildWords.ceilingOffered, {
            period: total.period,
            value: ceiling.value,
            unit: total.unit,
            assumption: ceiling.assumption,
          })[language]
        }`,
      );
    }
  }
  const where = { folder: out, file: analysis.picture.path, most: afterBuild };
  print('', ...changeLines(built.changes, where, language), '');
  for (const line of aligned([
    [`  ${buildWords.report[language]}`, built.report, buildWords.opensOffline[language]],
    [`  ${buildWords.data[language]}`, built.dataPackage, ''],
    [`  ${buildWords.workbook[language]}`, workbookIn(built.workbook, language), ''],
    ...(known
      ? [[`  ${buildWords.why[language]}`, commandFor(out, known, analysis.question), '']]
      : []),
  ]))
    print(line);
  const pairs = built.betweenSources.flatMap((checked) => checked.pairs);
  const differ = pairs.filter(({ holds }) => !holds);
  if (differ.length > 0)
    print(
      '',
      `  ${
        say(buildWords.differ, {
          n: differ.length,
          of: pairs.length,
          command: `samenbeeld check-sources ${out}`,
        })[language]
      }`,
    );
  return told;
}

/** The same for a machine, as plain data. */
function resultOf(built: BuiltPicture): unknown {
  const { analysis, conservation: files, betweenSources, ...paths } = built;
  const pairs = betweenSources.flatMap((checked) => checked.pairs);
  return {
    ...paths,
    synthetic: analysis.synthetic,
    totals: analysis.whole.totals,
    conflicts: analysis.conflicts,
    notAdded: analysis.whole.notAdded,
    doubleReports: analysis.doubleReports,
    stale: analysis.stale,
    lapsed: Object.fromEntries(analysis.lapsed),
    disagreed: analysis.disagreed,
    outside: analysis.outside,
    judged: { ...analysis.judged, inForce: [...analysis.judged.inForce.values()] },
    replays: analysis.gathered.replays,
    conservation: files,
    betweenSources: { compared: pairs.length, differ: pairs.filter(({ holds }) => !holds) },
  };
}

/** `samenbeeld build`: a picture and its report, from a picture file. */
export async function build(
  options: Readonly<Record<string, unknown>>,
  picture: string | readonly string[],
): Promise<undefined> {
  const terminal = openTerminal(options);
  const threads = options['threads'] === undefined ? undefined : Number(options['threads']);
  if (threads !== undefined && !(Number.isInteger(threads) && threads > 0))
    throw wrongUse(
      '--threads vraagt een geheel getal boven nul, niet "{given}".',
      '--threads demande un nombre entier supérieur à zéro, et non « {given} ».',
      '--threads verlangt eine ganze Zahl über null, nicht „{given}“.',
      '--threads takes a whole number above zero, not "{given}".',
      { given: String(options['threads']) },
    );
  const { language, json } = terminal;
  const told = await toldBuild(
    String(picture),
    {
      out: String(options['out']),
      threads,
      onFile: (file) => terminal.progress(`read ${file.file}: ${file.items} items`),
      onStep: (step) => terminal.progress(step),
    },
    {
      manifest: require.resolve('samenbeeld/package.json'),
      form: { language, json },
      tell: (built) => (json ? { result: resultOf(built) } : { lines: linesOf(built, language) }),
    },
  );
  if ('lines' in told) for (const line of told.lines) terminal.print(line);
  else terminal.result(told.result);
}
