import {
  knownWhere,
  licenceText,
  memberTable,
  offersOf,
  type PictureRecords,
  pictureExtent,
  pictureRecords,
  pictureScopes,
  type RecordKind,
  type SourceExtent,
} from '@samenbeeld/answers';
import type { WaitOptions } from '@samenbeeld/engine';
import { notStated } from '@samenbeeld/ingest';
import type { DoubleReport } from '@samenbeeld/merge';
import { table } from '@samenbeeld/page';
import {
  formatPeriod,
  type JointTotal,
  type Language,
  type Observation,
  RefusalError,
  type Seizure,
  totalFromStored,
} from '@samenbeeld/schema';
import { openPicture, type Picture as Stored } from '@samenbeeld/store';
import { output } from './cell.ts';
import { askedBy } from './cell-scope.ts';
import type { Row } from './criteria.ts';
import { scopesOf } from './joint.ts';
import { type Bundle, plainly } from './kernel.ts';
import { inOrder } from './match-row.ts';
import type { Extent, Picture, Selection } from './opened-picture.ts';
import { selectionOf } from './selection.ts';
import { atHand, notAtHand, type StoredRows, storedSelectionOf } from './stored-selection.ts';
import { view } from './view.ts';
import { howMany, words } from './words.ts';

function spanText(extents: readonly SourceExtent[], language: Language): string {
  const [start] = extents.map(({ first }) => first).sort();
  const end = extents
    .map(({ last }) => last)
    .sort()
    .at(-1);
  if (!start || !end) return '–';
  const whole = `${start.slice(0, 4)}-01-01` === start && end.endsWith('-12-31');
  return whole && start.slice(0, 4) !== end.slice(0, 4)
    ? `${start.slice(0, 4)}–${end.slice(0, 4)}`
    : formatPeriod({ start, end }, language);
}

/** What a picture says about itself. */
function pictureOutputs(picture: Picture): readonly Bundle[] {
  const { language, metadata, extent, totals, decisions } = picture;
  const { observations, seizures } = extent;
  const counts = [
    howMany(observations.size + seizures.size, 'rows')[language],
    howMany(metadata.sources.length, 'sources')[language],
    ...(metadata.asOf ? [`${words.asOf[language]} ${metadata.asOf}`] : []),
    howMany(decisions.length, 'decisions')[language],
  ];
  const all = [...extent.observations.sources, ...extent.seizures.sources];
  const sources = table(
    metadata.title,
    [
      ['label', words.source],
      ['number', words.rows],
      ['words', words.period],
      ['words', words.licence],
    ],
    metadata.sources.map((source) => {
      const own = all.filter((one) => one.source === source.id);
      const title = source.title[language];
      return [
        source.synthetic ? `${title} (${words.synthetic[language]})` : title,
        String(own.reduce((sum, one) => sum + one.rows, 0)),
        spanText(own, language),
        source.licence === notStated.licence
          ? words.notSaid[language]
          : licenceText(source.licence)[language],
      ];
    }),
    [counts.join(' · ')],
  );
  return [
    output(picture, [
      sources,
      ...scopesOf(totals).map((scope) => memberTable({ ...scope, claims: [] })),
    ]),
  ];
}

/** Options of `open`. */
export interface OpenOptions {
  /** Language of the outputs; English unless said otherwise. */
  readonly language?: Language;
  /**
   * A decisions.jsonl whose lines come after those in the picture, so that one sees what they would change before a build.
   * Meanings of labels and corrections of cells change how files are read, and wait for the build.
   */
  readonly decisions?: string;
}

async function storedTotals(stored: Stored): Promise<readonly JointTotal[]> {
  if (!stored.has('joint_total')) return [];
  const rows = await stored.rows<{ readonly detail: string }>('joint_total');
  return rows.map(({ detail }) => totalFromStored(detail));
}

const extentOf = (sources: readonly SourceExtent[]): Extent => ({
  size: sources.reduce((sum, { rows }) => sum + rows, 0),
  sources,
});

/** What is the same for a picture and for the parts of it that are read later. */
interface Opened {
  readonly stored: Stored;
  readonly options: OpenOptions;
  readonly extent: Picture['extent'];
  readonly totals: readonly JointTotal[];
  readonly examples: Pick<PictureRecords, RecordKind> | null;
}

/** The pairs, or what stands in the way of them: whoever asks is told, and the rest of the picture opens. */
async function pairsOf(
  records: PictureRecords,
  tooMany: RefusalError | null,
): Promise<() => readonly DoubleReport[]> {
  const refuse = (error: unknown) => () => {
    throw plainly(error);
  };
  if (tooMany) return refuse(tooMany);
  return records.pairs().then(
    (found) => () => found,
    (error: unknown) => {
      if (!(error instanceof RefusalError)) throw error;
      return refuse(error);
    },
  );
}

/** Puts records before an analyst; kinds that are `unread` are left where they lie. */
async function pictureOf(
  opened: Opened,
  records: PictureRecords,
  unread: readonly RecordKind[],
): Promise<Picture> {
  const { stored, options, extent, totals, examples } = opened;
  const { taken: decisions, decisions: inForce, judged, breaks, coverage, definitions } = records;
  const { metadata, folder } = stored;
  const tooMany = unread.includes('seizures')
    ? notAtHand(extent.seizures.size, 'seizures', '(await ….load()).picture.doubleReports')
    : null;
  const pairs = await pairsOf(records, tooMany);
  const picture = view<Picture>(
    {
      kind: 'picture',
      folder,
      language: options.language ?? 'en',
      banner: metadata.banner,
      metadata,
      extent,
      totals,
      decisions,
      inForce,
      judged,
      breaks,
      coverage,
      definitions,
      seed: records.seed,
      later: options.decisions,
      offers: async () => offersOf(await pictureScopes(stored)),
      stored,
      close: () => stored.close(),
    } as Omit<Picture, 'outputs'>,
    pictureOutputs,
  );
  const selection = <R extends Row>(kind: RecordKind, rows: readonly R[]): Selection<R> =>
    unread.includes(kind)
      ? storedSelectionOf<R>({
          picture,
          kind,
          examples: (examples?.[kind] ?? []) as readonly Row[] as readonly R[],
          ...reading<R>(opened, kind),
        })
      : selectionOf<R>({ picture, steps: [], tests: [], all: inOrder(rows) });
  Object.defineProperties(picture, {
    observations: { value: selection<Observation>('observations', records.observations) },
    seizures: { value: selection<Seizure>('seizures', records.seizures) },
    doubleReports: { get: pairs },
  });
  return picture;
}

/** What a selection of rows that were not read asks of the stored picture. */
function reading<R extends Row>(
  opened: Opened,
  kind: RecordKind,
): Pick<StoredRows<R>, 'read' | 'count' | 'part'> {
  const { stored, options } = opened;
  const known = async (where: string, waiting: WaitOptions) => ({
    where: `(${where}) and (${await knownWhere(stored, kind)})`,
    ...waiting,
  });
  return {
    async read(where, waiting) {
      const rows: readonly Row[] = await stored[kind](await known(where, waiting));
      return rows as readonly R[];
    },
    count: async (where, waiting) =>
      stored.count(kind === 'seizures' ? 'seizure' : 'observation', await known(where, waiting)),
    async part(steps, waiting) {
      const about = askedBy(steps);
      const records = await pictureRecords(stored, {
        ...{ later: options.decisions, about: [about], atMost: atHand },
        ...waiting,
      });
      return pictureOf(opened, records, []);
    },
  };
}

/** Puts a stored picture before an analyst: its rows, where there are not too many, else what is known of them. */
async function prepare(stored: Stored, options: OpenOptions): Promise<Picture> {
  const found = await pictureExtent(stored);
  const extent = {
    observations: extentOf(found.observations),
    seizures: extentOf(found.seizures),
  };
  const unread = (['observations', 'seizures'] as const).filter(
    (kind) => extent[kind].size > atHand,
  );
  const examples = unread.length > 0 ? await pictureScopes(stored) : null;
  const records = await pictureRecords(stored, { later: options.decisions, unread });
  const totals = await storedTotals(stored);
  return pictureOf({ stored, options, extent, totals, examples }, records, unread);
}

/**
 * Opens a picture that a build wrote. It shows what is in it: sources, periods, completeness and handling. Every table
 * is checked against its hash; an InputError says which one is damaged, or that the folder holds no picture. What is open stays
 * as it is while another is built in its place.
 *
 * Up to 100,000 rows of a kind are read at once, and then at hand. Of a larger picture each selection is read when it is awaited
 * (`….async`), or loaded with what may speak about it (`….load()`).
 *
 * Events registered after the picture's date are left out, as they are in its totals.
 *
 * @param folder what `--out` named, such as "out/north-sea-port"
 * @example
 * ```ts
 * import { open } from '@samenbeeld/notebook';
 * await open('/tmp').catch((error) => error.name) // => 'InputError'
 * ```
 */
export async function open(folder: string, options: OpenOptions = {}): Promise<Picture> {
  try {
    return await prepare(await openPicture(folder), options);
  } catch (error) {
    throw plainly(error, options.language);
  }
}
