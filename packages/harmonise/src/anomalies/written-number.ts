import { decimalText } from '@samenbeeld/schema';

/** A number in the marks of its column: groups of three digits, and the decimal mark. No group mark writes it plain. */
export function writtenNumber(value: number, group: string, decimal: string): string {
  const [whole = '', fraction] = decimalText(value).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, group);
  return fraction === undefined ? grouped : `${grouped}${decimal}${fraction}`;
}
