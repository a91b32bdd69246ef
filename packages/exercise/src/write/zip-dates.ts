const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endOfCentral = 0x06054b50;
/** 1 January 1980, 00:00: the first moment a zip file can hold. */
const firstDay = (1 << 5) | 1;

/** The same zip file with every entry dated 1980-01-01, so that equal contents are equal bytes. */
export function settleZipDates(zip: Uint8Array): Uint8Array {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  if (end < 0 || view.getUint32(end, true) !== endOfCentral)
    throw new Error('not a plain zip file');
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(at, true) !== centralHeader || view.getUint32(local, true) !== localHeader)
      throw new Error(`no zip entry at byte ${at}`);
    for (const stamp of [local + 10, at + 12]) {
      view.setUint16(stamp, 0, true);
      view.setUint16(stamp + 2, firstDay, true);
    }
    at += [28, 30, 32].reduce((sum, offset) => sum + view.getUint16(at + offset, true), 46);
  }
  return bytes;
}
