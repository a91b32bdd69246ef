/** A table of figures that an office of the exercise publishes, as text with semicolons. */
export interface StatisticsTable {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A whole number with points between groups of three, as German tables have it. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, '.');
}

/** A number with a decimal comma. */
export function withComma(value: number, digits: number): string {
  const [whole = '', fraction = ''] = value.toFixed(digits).split('.');
  return `${grouped(Number(whole))},${fraction}`;
}

/** The text of a table; the first line is the heading. */
export function tableText({ header, rows }: StatisticsTable): string {
  return [header, ...rows].map((row) => `${row.join(';')}\r\n`).join('');
}
