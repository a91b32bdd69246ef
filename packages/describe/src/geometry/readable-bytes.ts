import { singleByteTable } from '@samenbeeld/read';
import iconv from 'iconv-lite';

/** The head as UTF-8 or single-byte bytes that `scan` takes; `table` is null for UTF-8. */
export function readableBytes(
  bytes: Buffer,
  encoding: string,
): { readonly bytes: Buffer; readonly table: readonly string[] | null } {
  if (encoding === 'utf-8') return { bytes, table: null };
  const table = singleByteTable(encoding);
  if (table) return { bytes, table };
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  return { bytes: Buffer.from(iconv.decode(even, encoding), 'utf8'), table: null };
}
