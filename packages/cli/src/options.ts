/** Options of the command, as the command line gives them. */
export type Options = Readonly<Record<string, unknown>>;

/** An option with words in it; null where it is not given. */
export function textOption(options: Options, name: string): string | null {
  const value = options[name];
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** How an option is written: "--count-unit" of countUnit. */
export function optionName(name: string): string {
  return `--${name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
}
