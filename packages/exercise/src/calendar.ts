const day = 86_400_000;

/** The day some days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * day).toISOString().slice(0, 10);
}

/** The year of a day. */
export function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** A day as day, month and year with this mark between ("12-03-2021"). */
export function dayFirst(date: string, mark: string): string {
  return date.split('-').reverse().join(mark);
}
