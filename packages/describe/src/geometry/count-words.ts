import { withheldText } from '@samenbeeld/schema';

const thousands = new Intl.NumberFormat('en');

/** "1 row", "1,204 rows". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${thousands.format(count)} ${count === 1 ? one : many}`;
}

/** A text as it is quoted in a reason, cut where it is long. */
export function shortened(text: string, longest = 40): string {
  // Cut first, what is left of an address or a number would be nothing that a detector knows.
  const flat = withheldText(text).replace(/\s+/g, ' ').trim();
  return `"${flat.length > longest ? `${flat.slice(0, longest - 1)}…` : flat}"`;
}

/** "lines 3, 53, 103 and 12 more". */
export function numbersListed(numbers: readonly number[], most = 5): string {
  const first = numbers.slice(0, most).join(', ');
  return numbers.length > most ? `${first} and ${numbers.length - most} more` : first;
}
