import { literal } from './literal.ts';

/** The statement that writes the one text column of a query as lines that are changed in nothing; its name is the first. */
export function writeLines(sql: string, path: string): string {
  return `copy (${sql}) to ${literal(path)} (format csv, header true, quote '', escape '', new_line '\\r\\n')`;
}
