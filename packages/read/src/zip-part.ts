import type { ZipEntry } from './zip-entries.ts';

/** Folders of a workbook with pictures, embedded files, printer settings and models: no cell is in them. */
const beside = /^(?:xl\/(?:media|embeddings|printerSettings|activeX|ctrlProps|model)|customXml)\//i;

/** Whether cells, or what they mean, may stand in an entry of a workbook. */
export function isNeeded({ name }: ZipEntry): boolean {
  return !beside.test(name) && /\.(?:xml|rels|bin|vml)$/i.test(name) && !/vbaProject/i.test(name);
}

/** An archive with only some of its entries in the directory, so that nothing unpacks the others. */
export function withEntries(bytes: Buffer, kept: readonly ZipEntry[]): Buffer {
  const directory = kept.map(({ record }) => record);
  const size = directory.reduce((sum, record) => sum + record.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(kept.length, 8);
  end.writeUInt16LE(kept.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(bytes.length, 16);
  return Buffer.concat([bytes, ...directory, end]);
}
