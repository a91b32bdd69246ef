import { type DrawnWords, wordsInSvg } from './words-in-svg.ts';

const overlap = (a: DrawnWords, b: DrawnWords): boolean =>
  a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;

/** Words that cover others, and words that the edge of the drawing cuts. */
export function faultsOf(svg: string): readonly string[] {
  const words = wordsInSvg(svg);
  const [, width = 0, height = 0] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)?.map(Number) ?? [];
  const covered = words.flatMap((one, index) =>
    words
      .slice(index + 1)
      .filter((other) => overlap(one, other))
      .map((other) => `"${one.words}" and "${other.words}" overlap`),
  );
  const cut = words
    .filter(
      ({ left, right, top, bottom }) =>
        left < -2 || right > width + 2 || top < -2 || bottom > height + 2,
    )
    .map((one) => `"${one.words}" is cut`);
  return [...covered, ...cut];
}
