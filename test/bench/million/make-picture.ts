import { rmSync } from 'node:fs';
import { dialect, type Engine, openEngine } from '@samenbeeld/engine';
import {
  observationTable,
  publicHandling,
  type Source,
  seizureTable,
  type TableColumn,
} from '@samenbeeld/schema';
import { clearance, type PictureQuery, type PictureRows, writePicture } from '@samenbeeld/store';

/** How many rows of each kind a made-up picture has. */
export interface PictureSize {
  readonly observations: number;
  readonly seizures: number;
  readonly seed?: number;
}

const places = 'NLRTM NLVLI NLTNZ NLMOE NLAMS BEANR BEGNE BEZEE DEHAM FRLEH NL BE'.split(' ');
const ports = places.filter((code) => code.length === 5);
const drugs = 'COC HER CAN_HERB CAN_RESIN MDMA AMF METH KETA GHB COC_BASE'.split(' ');
const offices = ['a', 'b', 'c', 'd'];
const agencies = ['NL_HARC', 'NL_OM', 'BE_CUST', 'BE_POL'];
const bases = ['seized_in_port', 'entered_via_port'];
/** Finds on other bases than the figures: the two are never added. */
const basesOfFinds = ['seized_in_territory', 'destined_for_port'];

function sourceOf(office: string): Source {
  const id = `office-${office}`;
  return {
    id,
    title: { nl: id, fr: id, de: id, en: id },
    publisher: 'NL_HARC',
    country: 'NL',
    kind: 'claim_sheet',
    language: 'en',
    url: null,
    licence: 'CC-BY-4.0',
    citation: id,
    gradeSource: 'B',
    gradeInfo: '2',
    handling: publicHandling,
    synthetic: true,
  };
}

/** A column of a made-up table: SQL over the number of the row, `n`. */
type Made = Readonly<Record<string, string>>;

/** Draws with a seed, each by the number of the row and a name of its own. */
function drawing(seed: number) {
  const draw = (name: string, size: number): string =>
    dialect.hashNumber(`'${seed} ${name} ' || n`, size);
  const pick = (name: string, texts: readonly string[]): string =>
    `(case ${draw(name, texts.length)} ${texts.map((text, at) => `when ${at} then '${text}'`).join(' ')} end)`;
  return { draw, pick };
}

function query(
  name: string,
  table: readonly TableColumn[],
  rows: number,
  made: Made,
): PictureQuery {
  const columns = table.map(
    ({ name: column, type }) => `cast(${made[column] ?? 'null'} as ${type}) as ${column}`,
  );
  return { name, sql: `select ${columns.join(', ')} from ${dialect.numbers(rows)} order by n` };
}

const two = (sql: string): string => `lpad(cast(${sql} as VARCHAR), 2, '0')`;

/** Figures of offices by year and by month; no two rows say the same. */
function observationQuery(rows: number, seed: number): PictureQuery {
  const { draw, pick } = drawing(seed);
  const year = `(2010 + ${draw('year', 15)})`;
  const month = `(${draw('month', 14)} - 1)`;
  const grams = draw('grams', 900_000_000);
  const office = pick('office', offices);
  return query('observation', observationTable, rows, {
    id: `'o' || n`,
    source: `'office-' || ${office}`,
    publication: `'https://example.org/figures/' || n`,
    metric: pick('metric', ['quantity', 'seizures']),
    stat: `'sum'`,
    value: `case when ${pick('metric', ['k', 's'])} = 'k' then ${grams} / 1000.0 else 1 + ${draw('cases', 5000)} end`,
    printed: `cast(${grams} as VARCHAR)`,
    wording: `'unmarked'`,
    unit: pick('metric', ['kg', 'seizure']),
    status: `'A'`,
    extent: `'whole'`,
    place: pick('place', places),
    basis: pick('basis', bases),
    agencies: pick('agency', agencies),
    substance: pick('drug', drugs),
    period_start: `case when ${month} < 1 then ${year} || '-01-01' else ${year} || '-' || ${two(month)} || '-01' end`,
    period_end: `case when ${month} < 1 then ${year} || '-12-31' else ${year} || '-' || ${two(month)} || '-28' end`,
    freq: `case when ${month} < 1 then 'A' else 'O' end`,
    published_on: `(${year} + 1) || '-03-' || ${two(`1 + ${draw('published', 28)}`)}`,
    confidence: `'high'`,
    origin_file: `'figures.csv'`,
    origin_line: 'n + 2',
    origin_column: `'value'`,
    origin_raw: `cast(${grams} as VARCHAR)`,
  });
}

/** Finds of offices, each of a day, a place and a weight of its own. */
function seizureQuery(rows: number, seed: number): PictureQuery {
  const { draw, pick } = drawing(seed + 1);
  const grams = `(1 + ${draw('grams', 900_000)} * ${draw('size', 20)})`;
  const day = `(2010 + ${draw('year', 15)}) || '-' || ${two(`1 + ${draw('month', 12)}`)} || '-' || ${two(`1 + ${draw('day', 28)}`)}`;
  const agency = pick('office', agencies);
  return query('seizure', seizureTable, rows, {
    id: `'s' || n`,
    source: `'office-' || ${pick('office', offices)}`,
    reference: dialect.hash(`'${seed} ' || n`),
    seizing_country: `left(${agency}, 2)`,
    credited_to: `left(${agency}, 2)`,
    agencies: agency,
    date: day,
    date_precision: `'day'`,
    date_role: `'seizure'`,
    registered_on: day,
    place: pick('place', ports),
    place_level: `'port'`,
    basis: pick('basis', basesOfFinds),
    substance: pick('drug', drugs),
    quantity: `${grams} / 1000.0`,
    printed: `cast(${grams} as VARCHAR)`,
    wording: `'unmarked'`,
    unit: `'kg'`,
    mass_basis: `'unknown'`,
    estimated: 'false',
    controlled_delivery: `'unknown'`,
    publication_restriction: `'none'`,
    origin_file: `'finds.csv'`,
    origin_line: 'n + 2',
    origin_column: `'D'`,
    origin_raw: `cast(${grams} as VARCHAR)`,
  });
}

/** The pairs that a build weighed: it found none. */
const pairs: PictureRows = {
  name: 'double_report',
  columns: [
    ...['key', 'a', 'b', 'verdict', 'reasons', 'decision'].map((name) => ({
      name,
      type: 'VARCHAR' as const,
    })),
    ...['probability', 'weight', 'prior'].map((name) => ({ name, type: 'DOUBLE' as const })),
  ],
  rows: [],
};

/** Writes a picture of made-up figures and finds, every row another one, the same for the same seed. */
export async function makePicture(
  folder: string,
  { observations, seizures, seed = 1 }: PictureSize,
): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const engine: Engine = await openEngine();
  try {
    await writePicture(
      folder,
      {
        engine,
        metadata: {
          name: 'made-up',
          title: { nl: 'Verzonnen', fr: 'Inventé', de: 'Erfunden', en: 'Made up' },
          asOf: '2026-06-30',
          sources: offices.map(sourceOf),
          inputs: [],
        },
        tables: [
          { name: 'decision', columns: [{ name: 'id', type: 'VARCHAR' }], rows: [] },
          ...(observations > 0 ? [observationQuery(observations, seed)] : []),
          ...(seizures > 0 ? [seizureQuery(seizures, seed), pairs] : []),
        ],
      },
      clearance(publicHandling, 'public', { synthetic: true }),
    );
  } finally {
    await engine.close();
  }
}
