import type { Random } from './random.ts';

/** Owner codes that no shipping line has: OEF, EXE and UEB, for exercise; U is a freight container. */
const owners = ['OEFU', 'EXEU', 'UEBU'];

/**
 * The check digit of a container number: letters count 10 to 38 without the multiples of 11, each place twice the one
 * before, modulo 11, and 10 is written 0 (ISO 6346).
 *
 * @example
 * ```ts
 * import { containerCheckDigit } from '@samenbeeld/exercise';
 * containerCheckDigit('CSQU305438') // => 3
 * ```
 */
export function containerCheckDigit(body: string): number {
  const value = (character: string): number => {
    if (/\d/.test(character)) return Number(character);
    const plain = character.charCodeAt(0) - 55;
    return plain + Math.floor((plain - 1) / 10);
  };
  const sum = [...body].reduce((total, character, at) => total + value(character) * 2 ** at, 0);
  return (sum % 11) % 10;
}

/** A container number that is well formed and belongs to nobody. */
export function containerNumber(random: Random): string {
  const body = `${random.pick(owners)}${String(random.int(0, 999_999)).padStart(6, '0')}`;
  return `${body}${containerCheckDigit(body)}`;
}
