import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DescribeOptions, describeFile, type FileDescription } from '@samenbeeld/describe';
import { openEngine } from '@samenbeeld/engine';
import { ingest, loadSource, recordTables } from '@samenbeeld/ingest';
import { catalogue, catalogueFolder, sampleFiles } from '@samenbeeld/sources';
import { samenbeeld } from '../command.ts';
import { realData } from '../pictures.ts';

/** What must be known of a figure, by the fields that say it. A phenomenon is right where one of its codes is. */
const aspects = {
  time: ['period_start', 'period_end', 'date'],
  place: ['place'],
  phenomenon: ['offence', 'national_code', 'substance'],
  value: ['value', 'quantity', 'metric'],
  unit: ['unit'],
  basis: ['basis'],
  agency: ['agencies'],
  'count unit': ['count_unit'],
  status: ['status', 'missing'],
} as const;

type Aspect = keyof typeof aspects;

/** What a question is about, by the field it names. */
const fieldsOfAspect: Readonly<Record<Aspect, readonly string[]>> = {
  time: ['period', 'periodStart', 'periodEnd', 'date'],
  place: ['place', 'placeNote', 'placeLevel', 'seizingCountry'],
  phenomenon: ['offence', 'nationalCode', 'substance', 'note'],
  value: ['value', 'quantity', 'metric', 'stat', 'figures', 'records'],
  unit: ['unit'],
  basis: ['basis'],
  agency: ['agencies', 'publisher'],
  'count unit': ['countUnit', 'counting rule', 'definition'],
  status: ['status', 'missing'],
};

/**
 * `right` unaided, without a question; `asked`, where what is proposed is right or nothing is; `wrong` where another thing is
 * proposed and asked about; `certain` where it is not; `silent` where the truth says something and the draft nothing;
 * `unused` where the draft does not ingest.
 */
export type Outcome = 'right' | 'asked' | 'wrong' | 'certain' | 'silent' | 'unused';

/** A question of a draft; needless where what it proposes is already the truth: the file itself answers. */
interface Asked {
  readonly about: string;
  readonly question: string;
  readonly needless: boolean;
}

/** One file described by a stranger, beside the description that a person reviewed. */
export interface DescribedFile {
  readonly family: string;
  readonly file: string;
  readonly outcomes: Readonly<Partial<Record<Aspect, Outcome>>>;
  /** A record whose aspect differs, what is proposed and what a person wrote, by aspect. */
  readonly examples: Readonly<Partial<Record<Aspect, string>>>;
  readonly questions: readonly Asked[];
  /** Why the draft does not ingest; null where it does. */
  readonly refused: string | null;
  readonly seconds: number;
}

/** Files of publishers beside the samples of the catalogue, by source. */
const held: readonly (readonly [source: string, file: string])[] = [
  ['eurostat-crim-off-cat', 'eurostat/estat_crim_off_cat.tsv'],
  ['bka-pks-laender', 'de/bka_pks_laender_2013.xlsx'],
  ['bka-pks-laender', 'de/bka_pks_laender_2019.xlsx'],
  ['bka-pks-laender', 'de/bka_pks_laender_2022.xlsx'],
  ['bka-pks-zeitreihe', 'de/bka_pks_zeitreihe_1987_2023_ZR-F-01-T01.csv'],
  ['politie-47013ned', 'nl/politie_47013NED_misdrijven_gemeente_2022_2023.csv'],
  ['politie-47013ned', 'nl/politie_47013NED_misdrijven_gemeente_2024.csv'],
  ['politie-47022ned', 'nl/politie_47022NED_NL_alle_misdrijven_2012_2023_bernasco.csv'],
  ['ssmsi-regions', 'fr/donnee-reg-data.gouv-2023-geographie2024-produit-le2024-07-05.csv'],
  ['statbel-population', 'be/bevolking_per_gemeente_2020.csv'],
  ['euda-wastewater', 'euda/wastewater_be_nl_lu.csv'],
  ['unodc-seizures', 'unodc/unodc_drug_seizures_2018_2022_BNLFD.json'],
  ['unodc-prices', 'unodc/unodc_drug_prices_2018_2022_BNLFD.json'],
];

/** The files at hand, each with its source. */
export function filesAtHand(): readonly (readonly [source: string, path: string])[] {
  const samples = catalogue().flatMap((id) => sampleFiles(id).map((path) => [id, path] as const));
  const own = held.flatMap(([id, file]) => {
    const path = join(realData, file);
    return existsSync(path) ? [[id, path] as const] : [];
  });
  return [...samples, ...own];
}

type Row = Readonly<Record<string, string | number | boolean | null>>;

/** Records by the line and column of their figure, and where several come from one cell, by their turn. */
async function recordsOf(folder: string, path: string): Promise<ReadonlyMap<string, Row>> {
  const engine = await openEngine();
  try {
    const source = loadSource(folder);
    await ingest(engine, source, [path], { draft: true });
    const { table } = recordTables[source.record];
    const rows = await engine.rows<Row>(
      `select * from ${table} order by origin_line, origin_column, id`,
    );
    const turns = new Map<string, number>();
    return new Map(
      rows.map((row) => {
        const column = String(row['origin_column']).replace(/ ".*$/su, '');
        const place = `${row['origin_sheet']}|${row['origin_line']}|${column}`;
        const turn = turns.get(place) ?? 0;
        turns.set(place, turn + 1);
        return [`${place}|${turn}`, row];
      }),
    );
  } finally {
    await engine.close();
  }
}

async function draftRecords(
  found: FileDescription,
  path: string,
): Promise<ReadonlyMap<string, Row> | string> {
  const folder = mkdtempSync(join(tmpdir(), 'described-'));
  try {
    writeFileSync(join(folder, 'source.yaml'), found.yaml);
    for (const { name, text } of found.crosswalks) writeFileSync(join(folder, name), text);
    return await recordsOf(join(folder, 'source.yaml'), path);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const said = (value: unknown): boolean => value !== null && value !== undefined && value !== '';

/** Aspects that a question is about: the field it names, or those that its column feeds. */
function askedAbout(found: FileDescription, about: string): ReadonlySet<Aspect> {
  const names = new Set<string>([about.split(' ')[0] ?? '', about, ...about.split(' and ')]);
  const heading = /^columns? (.*)$/su.exec(about)?.[1];
  if (heading !== undefined)
    for (const column of [...found.columns, ...found.folds])
      if (column.headings.some((own) => heading.startsWith(own.slice(0, 40)) || own === heading))
        for (const [, to = ''] of JSON.stringify([column.written, column.alternatives]).matchAll(
          /"(?:to|metric|unit|countUnit)":"(\w+)"/gu,
        ))
          names.add(to);
  const asked = (Object.keys(fieldsOfAspect) as Aspect[]).filter((aspect) =>
    fieldsOfAspect[aspect].some((field) => names.has(field)),
  );
  return new Set(asked);
}

/** Whether a draft tells the codes of a field apart as the truth does, under names of its own. */
function oneToOne(
  truth: ReadonlyMap<string, Row>,
  draft: ReadonlyMap<string, Row>,
  field: string,
): boolean {
  const [there, back] = [new Map<unknown, unknown>(), new Map<unknown, unknown>()];
  for (const [key, row] of truth) {
    const own = draft.get(key);
    if (!own) continue;
    const [ours, theirs] = [own[field], row[field]];
    if ((there.get(theirs) ?? ours) !== ours || (back.get(ours) ?? theirs) !== theirs) return false;
    there.set(theirs, ours);
    back.set(ours, theirs);
  }
  return true;
}

/** Places of one kind and country under an office's code and under its name ("NL.GM.GM0718", "NL.GM.Vlissingen"). */
function sameKind(one: unknown, other: unknown): boolean {
  const kind = (code: unknown): string =>
    /^[A-Z]{2}\.(?!PLACE)[A-Z]+\./u.exec(String(code))?.[0] ?? String(code);
  return kind(one) === kind(other);
}

const wrongShare = 0.01;

/** Questions about the file as a whole, which need no answer where its figures say it already. */
const general: ReadonlySet<string> = new Set(['publisher', 'licence', 'counting rule', 'title']);

/** How often an aspect differs between records of the same figure. */
function differing(
  truth: ReadonlyMap<string, Row>,
  draft: ReadonlyMap<string, Row>,
  aspect: Aspect,
): {
  readonly told: number;
  readonly silent: number;
  readonly wrong: number;
  readonly example: string;
} {
  const fields = aspects[aspect];
  const counts = { told: 0, silent: 0, wrong: 0, example: '' };
  const twins = {
    national_code: oneToOne(truth, draft, 'national_code'),
    place: oneToOne(truth, draft, 'place'),
  };
  for (const [key, row] of truth) {
    const own = draft.get(key);
    if (!own) continue;
    const known = fields.filter((field) => said(row[field]));
    if (known.length === 0) continue;
    counts.told += 1;
    const right = (field: string): boolean =>
      own[field] === row[field] ||
      (field === 'national_code' && said(own[field]) && twins.national_code) ||
      (field === 'place' && twins.place && sameKind(own[field], row[field])) ||
      (said(own[field]) && Number(own[field]) === Number(row[field]));
    const enough = aspect === 'phenomenon' ? known.some(right) : known.every(right);
    if (enough) continue;
    const silent =
      known.every((field) => !said(own[field])) || (own['place'] === 'XX' && aspect === 'place');
    if (silent) counts.silent += 1;
    else counts.wrong += 1;
    counts.example ||= known.map((field) => `${field} ${own[field]}, not ${row[field]}`).join('; ');
  }
  return counts;
}

/** Describes a file, without its source unless `options` name known ones, and holds what is proposed against what a person wrote. */
export async function strangerOf(
  id: string,
  path: string,
  options: DescribeOptions = {},
): Promise<DescribedFile> {
  const before = process.cpuUsage();
  const found = await describeFile(path, options);
  const used = process.cpuUsage(before);
  const truth = await recordsOf(catalogueFolder(id), path);
  const draft = await draftRecords(found, path);
  const refused =
    typeof draft === 'string' ? draft : found.trial.kind === 'refused' ? found.trial.problem : null;
  const about = found.decisions.map((decision) => askedAbout(found, decision.about.en));
  const open = new Set(about.flatMap((each) => [...each]));
  // What stands in for what the file does not say is no proposal.
  const proposing = new Set(
    about.flatMap((each, at) => {
      const { proposed: text, question } = found.decisions[at] ?? {};
      return text === null && question?.en.startsWith('what ') ? [] : [...each];
    }),
  );
  const own = new Set(
    about.flatMap((each, at) =>
      general.has(found.decisions[at]?.about.en ?? '') ? [] : [...each],
    ),
  );
  const outcomes: Partial<Record<Aspect, Outcome>> = {};
  const examples: Partial<Record<Aspect, string>> = {};
  const proposed = new Set<Aspect>();
  for (const aspect of Object.keys(aspects) as Aspect[]) {
    if (![...truth.values()].some((row) => aspects[aspect].some((field) => said(row[field]))))
      continue;
    if (typeof draft === 'string') {
      outcomes[aspect] = 'unused';
      continue;
    }
    const { told, silent, wrong, example } = differing(truth, draft, aspect);
    const right = told > 0 && silent + wrong <= told * wrongShare;
    if (right) proposed.add(aspect);
    else if (example) examples[aspect] = example;
    const asked = open.has(aspect);
    if (right) outcomes[aspect] = own.has(aspect) ? 'asked' : 'right';
    else if (asked && !proposing.has(aspect)) outcomes[aspect] = 'asked';
    else if (wrong > told * wrongShare) outcomes[aspect] = asked ? 'wrong' : 'certain';
    else outcomes[aspect] = asked ? 'asked' : 'silent';
  }
  const questions = found.decisions.map(({ about: { en: field }, question }, at): Asked => {
    const asked = [...(about[at] ?? [])];
    const answered = asked.length > 0 && asked.every((aspect) => proposed.has(aspect));
    return { about: field, question: question.en, needless: answered && !general.has(field) };
  });
  return {
    family: id,
    file: path.split('/').at(-1) ?? path,
    outcomes,
    examples,
    questions,
    refused,
    seconds: (used.user + used.system) / 1e6,
  };
}

const kinds: readonly Outcome[] = ['right', 'asked', 'wrong', 'certain', 'silent', 'unused'];

/** A line of the table: what became of the aspects of some files, their questions, drafts and seconds. */
function lineOf(name: string, files: readonly DescribedFile[], seconds: boolean): string {
  const all = files.flatMap(({ outcomes }) => Object.values(outcomes));
  const count = (kind: Outcome): number => all.filter((each) => each === kind).length;
  const sum = (of: (file: DescribedFile) => number): number =>
    files.reduce((total, file) => total + of(file), 0);
  const cells = [
    name,
    files.length,
    all.length,
    ...kinds.map(count),
    sum(({ questions }) => questions.length),
    sum(({ questions }) => questions.filter(({ needless }) => needless).length),
    files.filter(({ refused }) => refused === null).length,
    ...(seconds ? [(sum((file) => file.seconds) / files.length).toFixed(1)] : []),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** The table by family with its total, as a page has it; the seconds are of one machine. */
export function describedTable(
  files: readonly DescribedFile[],
  seconds: boolean,
): readonly string[] {
  const heads = [
    'family',
    'files',
    'told',
    'right',
    'asked',
    'wrong, asked',
    'wrong, certain',
    'silent',
    'not usable',
    'questions',
    'of these needless',
    'drafts that ingest',
    ...(seconds ? ['seconds a file'] : []),
  ];
  const families = [...new Set(files.map(({ family }) => family))];
  return [
    `| ${heads.join(' | ')} |`,
    `|${heads.map((_, at) => (at === 0 ? '---' : '--:')).join('|')}|`,
    ...families.map((family) =>
      lineOf(
        `\`${family}\``,
        files.filter((file) => file.family === family),
        seconds,
      ),
    ),
    lineOf('**all**', files, seconds),
  ];
}

/** What is made of the same files where their sources are known, in a sentence. */
function knownLine(files: readonly DescribedFile[]): string {
  const all = files.flatMap(({ outcomes }) => Object.values(outcomes));
  const right = all.filter((each) => each === 'right').length;
  const questions = files.reduce((sum, file) => sum + file.questions.length, 0);
  const silent = files.filter((file) => file.questions.length === 0).length;
  return `With the catalogue at hand ${silent} of the ${files.length} files are known as those of their source and nothing is asked; ${right} of ${all.length} columns are then right, with ${questions} questions in all.`;
}

/** The page with the record: what was measured of files without and with their sources, and the table by family. */
export function describedPage(
  files: readonly DescribedFile[],
  known: readonly DescribedFile[],
  fromNothing: readonly string[],
): string {
  const all = files.flatMap(({ outcomes }) => Object.values(outcomes));
  const share = (...of: readonly Outcome[]): string =>
    `${((100 * all.filter((each) => of.includes(each)).length) / all.length).toFixed(0)} %`;
  const questions = files.reduce((sum, file) => sum + file.questions.length, 0) / files.length;
  const certain = files.flatMap(({ family, file, outcomes, examples }) =>
    Object.entries(outcomes).flatMap(([aspect, each]) =>
      each === 'certain'
        ? [`- \`${family}\`, ${file}: ${aspect} (${examples[aspect as Aspect] ?? ''})`]
        : [],
    ),
  );
  return [
    '# What `describe` makes of a file',
    '',
    '```ts',
    "const { describeFile } = await import('@samenbeeld/describe');",
    "const found = await describeFile('fixtures/published/excerpts/ssmsi_regions_2023.csv');",
    "[found.record.value, found.rows, found.trial.kind] // => ['observation', 12, 'ingested']",
    '```',
    '',
    '*Written by `pnpm bench describe`.* Each sample of the catalogue, and the publishers’ own files that are at hand, are',
    'described as a stranger’s: no source is known. The records that the draft makes are held against those of the reviewed',
    'description, figure by figure, in time, place, phenomenon, value, unit, basis, agency, count unit and status, as far as the',
    'reviewed description says them.',
    '',
    `Of ${all.length} such columns of ${files.length} files ${share('right')} are right unaided and ${share('right', 'asked')} right or asked, with ${questions.toFixed(1)} questions a file.`,
    knownLine(known),
    '',
    '- **right**: the same in 99 of 100 records, and no question about it',
    '- **asked**: a question is open, and what is proposed is right, or nothing is: what stands in for what the file does not say is no proposal',
    '- **wrong, asked**: another thing is proposed, and asked about',
    '- **wrong, certain**: another thing is proposed, and nothing is asked',
    '- **silent**: the reviewed description says what the draft leaves out, without a question',
    '- **needless**: a question whose proposal is already right: the file itself answers',
    '',
    'Codes of a national scheme, and of places by an office’s own key, count as right where the draft tells the same ones apart',
    'under the file’s own words. The publisher is asked of each file that names neither it nor who counted each figure; where the',
    'figures already have their agency and count unit, those are right.',
    '',
    ...describedTable(files, false),
    '',
    ...(certain.length > 0 ? ['Wrong as certain:', '', ...certain, ''] : []),
    'These files helped to find what was mended, so that other files fare worse. Forms in which persons transcribe figures from',
    'the press (`etoile-actions`, `phishing-counts`, `port-and-national-seizures`, `post-courier-seizures`, `prevention-counts`)',
    'have measures in words of their own and are mostly asked.',
    '',
    ...fromNothing,
  ].join('\n');
}

/** Publishers' own files, from nothing to a picture. */
const walked: readonly (readonly [name: string, path: string])[] = [
  ['Police crime statistics of Germany, Länder, 2013', 'de/bka_pks_laender_2013.xlsx'],
  ['the same, 2019', 'de/bka_pks_laender_2019.xlsx'],
  ['État 4001 of France, departments, 2002', 'fr/etat4001_faits_2002_departements.csv'],
  ['Crime in Dutch provinces, 2014–2017', 'nl/cbs_criminaliteit_provincies_2014_2017.csv'],
  ['United Nations, burglary rates 2003–2011', 'unodc/unodc_cts_burglary_rates_2003_2011.csv'],
];

/** What a person does with each: the command that describes the file, then the one that it prints, as a draft. */
export async function walkedLines(): Promise<readonly string[]> {
  const rows: string[] = [];
  for (const [name, file] of walked) {
    const cwd = mkdtempSync(join(tmpdir(), 'samenbeeld-walked-'));
    try {
      const path = `${realData}/${file}`;
      const described = await samenbeeld(['describe', path], { cwd });
      const [, questions = '0'] =
        /(\d+)\s+questions?\s+(?:is|are)\s+marked/u.exec(described.stdout) ?? [];
      const [, next] = /^ {2}samenbeeld (ingest .*)$/mu.exec(described.stdout) ?? [];
      const seconds = (of: { readonly milliseconds: number }): string =>
        `${(of.milliseconds / 1000).toFixed(0)} s`;
      if (next === undefined) {
        const says = /: (rates only|[^(:]+)/u.exec(
          described.stderr.split(' source of figures').at(-1) ?? '',
        )?.[1];
        rows.push(
          `| ${name} | none: ${says ?? 'no source of figures'} | 0 | ${seconds(described)} | – | – |`,
        );
        continue;
      }
      const taken = await samenbeeld(
        next.split(' ').filter((word) => word !== ''),
        { cwd },
      );
      const [, records = '?'] = /([\d,]+) records/u.exec(taken.stdout + taken.stderr) ?? [];
      // Of a file that a known source describes nothing is guessed, so that no columns are listed.
      const isKnown = !/^Columns$/mu.test(described.stdout);
      const how = isKnown ? 'known' : questions === '0' ? 'nothing open' : 'a draft';
      rows.push(
        `| ${name} | ${how} | ${questions} | ${seconds(described)} | ${seconds(taken)} | ${taken.code === 0 ? records : 'refused'} |`,
      );
    } finally {
      rmSync(cwd, { recursive: true, force: true });
    }
  }
  return [
    '## From nothing to a picture',
    '',
    'The command that describes the file, then the command that it prints. Where questions are open the picture is a draft and',
    'says so; each question is a line to correct or to leave. Seconds by the clock of the machine that wrote this page.',
    '',
    '| file | described as | questions | describing | picture | records |',
    '|---|---|--:|--:|--:|--:|',
    ...rows,
    '',
  ];
}
