import type { Column, ColumnTable, Engine, Scalar, WaitOptions } from '@samenbeeld/engine';
import type { Handling, Observation, Seizure, Source, Text } from '@samenbeeld/schema';

/** What a data package says of a column. */
export interface ColumnNote {
  readonly title?: string;
  readonly description?: string;
  /** No cell is empty. */
  readonly required?: boolean;
  /** The codes it may hold, where their list is closed. */
  readonly codes?: readonly string[];
}

/** A column of a picture's table. */
export interface PictureColumn extends Column, ColumnNote {}

/** A table given as rows, in the order they are written. */
export interface PictureRows {
  readonly name: string;
  readonly description?: string;
  /** Whether its column `source` cites a publication or a figure, and no source of the picture. */
  readonly cites?: boolean;
  readonly columns: readonly PictureColumn[];
  readonly rows: Iterable<readonly Scalar[]>;
}

/** A table given as a query with a total order, run in the engine of the contents. */
export interface PictureQuery {
  readonly name: string;
  readonly description?: string;
  readonly cites?: boolean;
  readonly sql: string;
  /** What it reads, where that comes into the engine only once it is asked. */
  readonly reads?: PictureReads;
  /** By column name. */
  readonly notes?: Readonly<Record<string, ColumnNote>>;
}

/** What a query reads: a hash of all of it, and how it is laid into the engine; more than once does no harm. */
export interface PictureReads {
  readonly sha256: string;
  lay(): Promise<void>;
}

/** One input file, as the picture file lists it. */
export interface PictureInput {
  readonly source: string;
  readonly file: string;
  readonly sha256: string;
}

/** What a picture is about. */
export interface PictureDescription {
  /** Short name in lower case ("north-sea-port"). */
  readonly name: string;
  readonly title: Text;
  readonly description?: Text;
  /** Day the picture is as of, ISO; no clock is read. */
  readonly asOf?: string;
  /** Synthetic and published sources never share a picture. */
  readonly sources: readonly Source[];
  readonly inputs: readonly PictureInput[];
  /** Anything else to be found again (recipe, seed, versions), as JSON. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** What is written: tables, further files by their path in the folder, and the description. */
export interface PictureContents {
  readonly metadata: PictureDescription;
  readonly tables: readonly (PictureRows | PictureQuery)[];
  /** "report.html" → its content. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** The engine in which queries run; rows alone need none. */
  readonly engine?: Engine;
}

/** What an opened picture says about itself. */
export interface PictureMetadata extends PictureDescription {
  readonly audience: string;
  /** The handling the output carries. */
  readonly handling: Handling;
  readonly banner: Text;
  readonly synthetic: boolean;
  /** Only where a source description has open questions. */
  readonly draft?: true;
  /** What it is for, where that was stated. */
  readonly purpose?: string;
  /** Ids of the releases it rests on. */
  readonly releases: readonly string[];
  /** Every file of the picture with its size and hash, the package itself excepted. */
  readonly files: readonly PictureFile[];
}

/** A file of a picture, by its path in the folder. */
export interface PictureFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Which rows of a table are read, and how long they are waited for. */
export interface ReadOptions extends WaitOptions {
  /** A condition in SQL over the columns of the table; every row where there is none. */
  readonly where?: string;
}

/** A picture as it was when it was opened. Its rows stay on disk until they are asked for. */
export interface Picture {
  readonly folder: string;
  readonly metadata: PictureMetadata;
  /** Names of the tables, in the order they were written. */
  readonly tables: readonly string[];
  /** The engine in which each table is a view, for queries of one's own. */
  readonly engine: Engine;
  has(table: string): boolean;
  /** How many rows a table has; none where there is no such table. */
  count(table: string, options?: ReadOptions): Promise<number>;
  rows<Row = Readonly<Record<string, unknown>>>(
    table: string,
    options?: ReadOptions,
  ): Promise<readonly Row[]>;
  table(name: string, options?: ReadOptions): Promise<ColumnTable>;
  /** The records of the observation table; none where there is no such table. */
  observations(options?: ReadOptions): Promise<readonly Observation[]>;
  /** The records of the seizure table; none where there is no such table. */
  seizures(options?: ReadOptions): Promise<readonly Seizure[]>;
  close(): Promise<void>;
}
