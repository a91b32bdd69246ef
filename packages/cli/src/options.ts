import { inFour, type Text } from '@samenbeeld/schema';

/** Options of the command, as the command line gives them. */
export type Options = Readonly<Record<string, unknown>>;

/** An option with words in it; null where it is not given. */
export function textOption(options: Options, name: string): string | null {
  const value = options[name];
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** What stands, in a command that is shown, where the reader writes their own. */
export const slots: Readonly<Record<'number' | 'key' | 'claim' | 'file', Text>> = {
  number: inFour('NUMMER', 'NUMÉRO', 'NUMMER', 'NUMBER'),
  key: inFour('SLEUTEL', 'CLÉ', 'SCHLÜSSEL', 'KEY'),
  file: inFour('BESTAND', 'FICHIER', 'DATEI', 'FILE'),
  claim: inFour('CIJFER', 'CHIFFRE', 'ANGABE', 'CLAIM'),
};

/** How an option is written: "--count-unit" of countUnit. */
export function optionName(name: string): string {
  return `--${name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
}
