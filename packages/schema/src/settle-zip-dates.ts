const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endOfCentral = 0x06054b50;
/** 1 January 1980, 00:00: the first moment a zip file can hold. */
const dosTime = 0;
const dosDate = (1 << 5) | 1;

/**
 * The same zip file with every entry dated 1980-01-01, so that equal contents are equal bytes. Changes headers
 * only; throws Error where the bytes are not a zip file without comment, which is what the workbook writer makes.
 *
 * @example
 * ```ts
 * import { settleZipDates } from '@samenbeeld/schema';
 * const empty = Uint8Array.of(0x50, 0x4b, 5, 6, ...Array.from({ length: 18 }, () => 0));
 * settleZipDates(empty).length // => 22
 * ```
 */
export function settleZipDates(zip: Uint8Array): Uint8Array {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  if (end < 0 || view.getUint32(end, true) !== endOfCentral)
    throw new Error('not a plain zip file');
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < entries; i++) {
    if (view.getUint32(at, true) !== centralHeader) throw new Error(`no zip entry at byte ${at}`);
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(local, true) !== localHeader)
      throw new Error(`no zip entry at byte ${local}`);
    view.setUint16(local + 10, dosTime, true);
    view.setUint16(local + 12, dosDate, true);
    view.setUint16(at + 12, dosTime, true);
    view.setUint16(at + 14, dosDate, true);
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    at += 46 + lengths.reduce((sum, length) => sum + length, 0);
  }
  return bytes;
}
