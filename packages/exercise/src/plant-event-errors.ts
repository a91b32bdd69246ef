import { yearOf } from './calendar.ts';
import type { PlantedAnomaly } from './planted-anomaly.ts';
import { profiles, scale } from './profiles.ts';
import type { Random } from './random.ts';
import type { ExerciseFile, ExerciseWorld, Report, TrueSeizure } from './world.ts';

const quantityHeadings = new Set(['Hoeveelheid', 'Quantité', 'Stoff Menge', 'Menge']);

function quantityColumn({ header }: ExerciseFile): number {
  return (header.at(-1) ?? []).findIndex(
    (name, at) => quantityHeadings.has(name) || quantityHeadings.has(header[0]?.[at] ?? ''),
  );
}

/** Spreads of its profile by which a quantity lies above the middle of its like. */
function above(seizure: TrueSeizure, kg: number): number {
  const profile = profiles.find(
    ({ place, basis, country }) =>
      place === seizure.place && basis === seizure.basis && country === seizure.seizingCountry,
  );
  if (!profile) return 0;
  return Math.log(kg / (profile.median * (scale[seizure.substance] ?? 1))) / profile.spread;
}

/** A cell times a factor, written as its office writes numbers. */
function timesCell(cell: string | number | null, factor: number): string | number | null {
  if (typeof cell === 'number') return Number((cell * factor).toPrecision(12));
  const number = /\d[\d.  ]*(?:,\d+)?/.exec(cell ?? '')?.[0].trimEnd();
  if (!cell || number === undefined) return null;
  const mark = /[.  ](?=\d{3})/.exec(number)?.[0] ?? '';
  const value = Number(number.replace(/[.  ]/g, '').replace(',', '.')) * factor;
  const [whole = '', fraction] = String(Number(value.toPrecision(12))).split('.');
  const text = whole.replace(/\B(?=(?:\d{3})+$)/g, mark);
  return cell.replace(number, fraction === undefined ? text : `${text},${fraction}`);
}

interface Row {
  readonly seizure: TrueSeizure;
  readonly report: Report;
  readonly file: ExerciseFile;
  readonly at: number;
}

function visibleAlone(seizure: TrueSeizure, report: Report): boolean {
  return report.quantity !== null && report.unit === 'kg' && above(seizure, report.quantity) >= 4;
}

/** Slips that the world holds already, in double reports and alone; a gross weight is none. */
function known(world: ExerciseWorld, row: Row): PlantedAnomaly | null {
  const kinds = {
    factor_1000: 'unit_slip',
    factor_10: 'decimal_slip',
    transposed: 'transposition',
  } as const;
  const { seizure, report, file, at } = row;
  const told = report.told;
  if (told !== 'factor_1000' && told !== 'factor_10' && told !== 'transposed') return null;
  if (report.rejected !== null) return null;
  const double = world.truth.doubles.some(
    ({ seizure: id, readable }) => readable && id === seizure.id,
  );
  return {
    kind: kinds[told],
    file: file.name,
    lines: [report.line],
    columns: [],
    truth: String(seizure.kg),
    written: String(file.rows[at]?.[quantityColumn(file)] ?? ''),
    visible: double || (told === 'factor_1000' && visibleAlone(seizure, report)),
  };
}

/** The event files with further slips of units and of a year, beside those that the world holds. */
export function plantEventErrors(
  world: ExerciseWorld,
  random: Random,
): { readonly files: readonly ExerciseFile[]; readonly planted: readonly PlantedAnomaly[] } {
  const rows = world.truth.seizures.flatMap((seizure) =>
    seizure.reports.flatMap((report): Row[] => {
      const file = world.files.find(({ name }) => name === report.file);
      return file
        ? [{ seizure, report, file, at: report.line - file.title.length - file.header.length - 1 }]
        : [];
    }),
  );
  const cells = new Map(world.files.map((file) => [file.name, file.rows.map((row) => [...row])]));
  const planted = rows.flatMap((row) => known(world, row) ?? []);
  const plain = rows.filter(
    ({ report, seizure }) =>
      report.told === 'same' &&
      report.rejected === null &&
      report.quantity !== null &&
      report.batch === null &&
      report.unit === 'kg' &&
      seizure.reports.length === 1,
  );
  const chosen = random.shuffle(plain);
  for (const { seizure, report, file, at } of chosen.slice(0, 8)) {
    const column = quantityColumn(file);
    const row = cells.get(file.name)?.[at];
    const truth = row?.[column] ?? null;
    const written = timesCell(truth, 1000);
    if (!row || written === null || report.quantity === null) continue;
    row[column] = written;
    planted.push({
      kind: 'unit_slip',
      file: file.name,
      lines: [report.line],
      columns: [],
      truth: String(truth),
      written: String(written),
      visible: visibleAlone(seizure, { ...report, quantity: report.quantity * 1000 }),
    });
  }
  for (const { report, file, at } of chosen
    .filter(({ file: { office } }) => office === 'be-customs')
    .slice(8, 10)) {
    const row = cells.get(file.name)?.[at];
    const dates = file.dates[0] ?? 1;
    const truth = row?.[dates];
    if (!row || typeof truth !== 'string') continue;
    const written = `${yearOf(truth) + 10}${truth.slice(4)}`;
    row[dates] = written;
    planted.push({
      kind: 'date_outside',
      file: file.name,
      lines: [report.line],
      columns: [],
      truth,
      written,
      visible: true,
    });
  }
  return {
    files: world.files.map((file) => ({ ...file, rows: cells.get(file.name) ?? file.rows })),
    planted,
  };
}
