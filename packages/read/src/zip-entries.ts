/** One file in a zip archive, as its directory describes it. */
export interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  /** Bytes in the archive. */
  readonly packed: number;
  /** Bytes unpacked. */
  readonly size: number;
  /** Of the local header, which stands before the packed bytes. */
  readonly offset: number;
  /** Its bytes in the directory. */
  readonly record: Buffer;
}

const endMark = Buffer.from([0x50, 0x4b, 5, 6]);
const wideMark = 0xffffffff;

/** A field of 0xFFFFFFFF stands in the ZIP64 extra field, in the order size, packed, offset. */
function widen(extra: Buffer, fields: readonly number[]): readonly number[] {
  let at = 0;
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1)
    at += 4 + extra.readUInt16LE(at + 2);
  let next = at + 4;
  return fields.map((field) => {
    if (field !== wideMark) return field;
    next += 8;
    return Number(extra.readBigUInt64LE(next - 8));
  });
}

/** The directory of a zip archive (APPNOTE 6.3, sections 4.3.12 and 4.3.16). RangeError where the archive is cut off or broken. */
export function zipEntries(bytes: Buffer): readonly ZipEntry[] {
  const end = bytes.lastIndexOf(endMark);
  if (end < 0) throw new RangeError('the directory at the end is missing');
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  return Array.from({ length: count }, () => {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new RangeError('the directory is broken');
    const start = at;
    const nameEnd = start + 46 + bytes.readUInt16LE(start + 28);
    const extraEnd = nameEnd + bytes.readUInt16LE(start + 30);
    at = extraEnd + bytes.readUInt16LE(start + 32);
    const [size = 0, packed = 0, offset = 0] = widen(
      bytes.subarray(nameEnd, extraEnd),
      [24, 20, 42].map((field) => bytes.readUInt32LE(start + field)),
    );
    return {
      name: bytes.toString('utf8', start + 46, nameEnd),
      encrypted: (bytes.readUInt16LE(start + 8) & 1) === 1,
      method: bytes.readUInt16LE(start + 10),
      crc: bytes.readUInt32LE(start + 16),
      packed,
      size,
      offset,
      record: bytes.subarray(start, at),
    };
  });
}
