import { say } from '@samenbeeld/merge';
import { type BuiltPicture, buildPicture, checkSources } from '@samenbeeld/recipes';
import {
  bases,
  formatNumber,
  type Language,
  places,
  substances,
  UsageError,
} from '@samenbeeld/schema';
import { stakeLines, totalLines } from '../build-view/total-lines.ts';
import { aligned } from '../columns.ts';
import { decideWords } from '../decide-view/decide-words.ts';
import { decisionTrouble } from '../decide-view/decision-trouble.ts';
import { countConflicts } from '../decide-view/open-matters.ts';
import { openTerminal, type Terminal } from '../terminal.ts';

function number(value: number | null, language: Language): string {
  return value === null ? '–' : formatNumber(value, language);
}

function conservation(built: BuiltPicture, language: Language): readonly string[] {
  const n = (value: number) => formatNumber(value, language);
  const rules = (record: Readonly<Record<string, number>>) => {
    const count = Object.keys(record).length;
    return count === 0 ? '' : ` (${count} rule${count === 1 ? '' : 's'})`;
  };
  return aligned(
    built.conservation.map((file) => [
      `  ${file.file}`,
      `${n(file.rows)} rows`,
      `${n(file.items)} items`,
      `${n(file.accepted)} accepted · ${n(file.excluded)} excluded${rules(file.exclusions)} · ${n(file.rejected)} rejected${rules(file.rejections)} · ${n(file.notes)} notes`,
    ]),
    new Set([1, 2]),
  );
}

function conflicts({ analysis }: BuiltPicture, language: Language): string | null {
  if (analysis.conflicts.length === 0) return null;
  const counts = countConflicts(analysis.conflicts);
  return `  ${say(decideWords.summary, { ...counts, file: analysis.picture.decisions })[language]}`;
}

function show(built: BuiltPicture, terminal: Terminal): void {
  const { analysis, out } = built;
  const { language } = terminal;
  const [first] = analysis.totals;
  if (analysis.synthetic) terminal.print('EXERCISE: synthetic events, no real seizures', '');
  for (const line of conservation(built, language)) terminal.print(line);
  const warnings = analysis.gathered.issues.filter(({ severity }) => severity === 'warning').length;
  if (warnings > 0)
    terminal.print('', `  ${warnings} warnings, in the table "issue" of the picture`);
  if (analysis.later > 0)
    terminal.print(
      '',
      `  ${analysis.later} claims were published after ${analysis.picture.asOf}: in the table, in no total`,
    );
  const summary = conflicts(built, language);
  if (summary) terminal.print('', summary);
  for (const { source, says } of analysis.gathered.replays)
    for (const sentence of says) terminal.print(`  ${source}: ${sentence}`);
  const { decisions } = analysis.picture;
  for (const id of built.vanished)
    terminal.print(`  ${say(decideWords.vanished, { id, out, file: decisions })[language]}`);
  for (const line of decisionTrouble(analysis, language)) terminal.print(line);
  for (const { says } of analysis.judged.conflicts)
    terminal.print(`  Decisions that contradict each other: ${says[language]}`);
  for (const pair of analysis.judged.judged.filter(
    ({ because }) => because === 'awaiting' || because === 'disagreed',
  ))
    terminal.print(`  Not counted yet: "${pair.subject}": ${pair.says[language]}`);
  if (analysis.doubleReports.length > 0) {
    const count = (verdict: string): number =>
      analysis.doubleReports.filter((pair) => pair.verdict === verdict).length;
    const counts = { same: count('same'), candidates: count('candidate') };
    terminal.print('', `  ${say(decideWords.doubles, counts)[language]}`);
  }
  if (first) {
    terminal.print(
      '',
      `  ${places.label(first.complex, language)} · ${substances.label(first.substance, language)} · ${bases.label(first.basis, language)} · ${first.unit}`,
    );
    for (const line of totalLines(analysis.totals, language)) terminal.print(line);
    const stakes = stakeLines(analysis.totals, language);
    for (const line of stakes) terminal.print(line);
    if (stakes.length > 0)
      terminal.print(`  Which pairs: samenbeeld link ${analysis.picture.path}`);
  }
  for (const entry of analysis.result.notAdded.filter(({ kind }) => kind === 'basis')) {
    terminal.print(
      `  Not added: ${entry.period} ${number(entry.value, language)} ${entry.unit} "${bases.label(entry.basis, language)}" (${places.label(entry.place, language)}). ${entry.reason[language]}`,
    );
  }
  for (const total of analysis.totals) {
    for (const ceiling of total.ceilings) {
      terminal.print(
        `  Ceiling ${ceiling.inUse ? 'in use' : 'on offer'}, ${total.period}: ${number(ceiling.value, language)} ${total.unit}. ${ceiling.assumption[language]}`,
      );
    }
  }
  terminal.print('');
  for (const line of aligned([
    ['  Report', built.report, '(nl fr de en, opens offline)'],
    ['  Data', built.dataPackage, ''],
    ['  Workbook', built.workbook, ''],
    [
      '  Why?',
      `samenbeeld why ${out} "NSP cocaine ${analysis.totals.at(-4)?.period ?? first?.period ?? ''}"`,
      '',
    ],
  ]))
    terminal.print(line);
}

/** `samenbeeld build`: a picture and its report, from a picture file. */
export async function build(
  options: Readonly<Record<string, unknown>>,
  picture: string | readonly string[],
): Promise<undefined> {
  const terminal = openTerminal(options);
  const threads = options['threads'] === undefined ? undefined : Number(options['threads']);
  if (threads !== undefined && !(Number.isInteger(threads) && threads > 0))
    throw new UsageError(`--threads takes a whole number above zero, not "${options['threads']}".`);
  const built = await buildPicture(String(picture), {
    out: String(options['out']),
    threads,
    onFile: (file) => terminal.progress(`read ${file.file}: ${file.items} items`),
    onStep: (step) => terminal.progress(step),
  });
  show(built, terminal);
  const pairs = (await checkSources([built.out])).flatMap((checked) => checked.pairs);
  const differ = pairs.filter(({ holds }) => !holds);
  if (differ.length > 0)
    terminal.print(
      '',
      `  ${differ.length} of ${pairs.length} figures that two sources give differ: samenbeeld check-sources ${built.out} names them`,
    );
  const { analysis, conservation: files, ...paths } = built;
  terminal.result({
    ...paths,
    synthetic: analysis.synthetic,
    totals: analysis.totals,
    conflicts: analysis.conflicts,
    notAdded: analysis.result.notAdded,
    doubleReports: analysis.doubleReports,
    stale: analysis.stale,
    lapsed: Object.fromEntries(analysis.lapsed),
    disagreed: analysis.disagreed,
    outside: analysis.outside,
    judged: { ...analysis.judged, inForce: [...analysis.judged.inForce.values()] },
    replays: analysis.gathered.replays,
    conservation: files,
    betweenSources: { compared: pairs.length, differ },
  });
}
