/** A share of the days of some years from which on the others are expected too. */
const share = 1 / 8;

/** How a format writes a day, and reads the year of one it wrote; null where it is not made of %Y, %m and %d, each once. */
function writtenDays(
  format: string,
): { readonly write: (day: Date) => string; readonly yearOf: (text: string) => number } | null {
  const parts = [...format.matchAll(/%(.)/g)].map(([, letter]) => letter);
  if ([...parts].sort().join('') !== 'Ydm') return null;
  const write = (day: Date): string => {
    const [year = '', month = '', date = ''] = day.toISOString().slice(0, 10).split('-');
    return format.replace('%Y', year).replace('%m', month).replace('%d', date);
  };
  const before = format.slice(0, format.indexOf('%Y')).length;
  return { write, yearOf: (text) => Number(text.slice(before, before + 4)) };
}

/**
 * The days that a column will hold, as its formats write them, where the beginning of a file holds many days of the
 * same years; none where it does not. They are expected and no more.
 */
export function foreseeDays(
  seen: ReadonlySet<string>,
  formats: readonly string[],
  most: number,
): readonly string[] {
  for (const format of formats.length > 0 ? formats : ['%Y-%m-%d']) {
    const days = writtenDays(format);
    if (!days) continue;
    const years = [...seen]
      .map(days.yearOf)
      .filter((year) => Number.isInteger(year) && year >= 1000 && year <= 9999);
    if (years.length === 0) continue;
    const [first, last] = [Math.min(...years), Math.max(...years)];
    if ((last - first + 1) * 366 > most) continue;
    const all: string[] = [];
    const end = Date.UTC(last + 1, 0, 1);
    for (let at = Date.UTC(first, 0, 1); at < end; at += 86_400_000)
      all.push(days.write(new Date(at)));
    const known = all.filter((text) => seen.has(text)).length;
    if (known >= all.length * share) return all.filter((text) => !seen.has(text));
  }
  return [];
}
