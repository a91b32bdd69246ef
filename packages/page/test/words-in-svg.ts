/** One line of text of a drawing: about where its letters stand, without asking a font. */
export interface DrawnWords {
  readonly words: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Widths of letters in Helvetica, in em. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[\u202f\u2009]/u, 0.2],
  [/[ \u00a0ijl.,:;'’|!ftI()[\]·/-]/u, 0.3],
  [/[mwMW%@]/u, 0.85],
  [/[A-ZÀ-ÝÄÖÜ+=<>→−]/u, 0.66],
  [/[0-9]/u, 0.556],
];

function widthOf(words: string, size: number, bold: boolean): number {
  const em = [...words].reduce(
    (sum, letter) => sum + (widths.find(([pattern]) => pattern.test(letter))?.[1] ?? 0.53),
    0,
  );
  return em * size * (bold ? 1.06 : 1);
}

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Where a tag moves its contents, and whether it turns them upright. */
function moveOf(tag: string) {
  const [, x = '0', y = '0'] = /translate\(([-\d.]+),\s*([-\d.]+)\)/.exec(tag) ?? [];
  return { x: Number(x), y: Number(y), upright: /rotate\((?:270|-90)/.test(tag) };
}

function boxOf(words: string, at: { x: number; y: number; upright: boolean }, tag: string) {
  const size = Number(/font-size="([\d.]+)/.exec(tag)?.[1] ?? 11);
  const wide = widthOf(words, size, /font-weight="bold"/.test(tag));
  const anchor = /text-anchor="(\w+)"/.exec(tag)?.[1] ?? 'start';
  const before = { start: 0, middle: wide / 2, end: wide }[anchor] ?? 0;
  if (at.upright)
    return {
      words,
      left: at.x - 0.72 * size,
      right: at.x + 0.15 * size,
      top: at.y - (wide - before),
      bottom: at.y + before,
    };
  const left = at.x - before;
  return { words, left, right: left + wide, top: at.y - 0.72 * size, bottom: at.y + 0.15 * size };
}

/** All words of a drawing, line by line; a rim and the letters on it are one. */
export function wordsInSvg(svg: string): readonly DrawnWords[] {
  const moves: { x: number; y: number }[] = [{ x: 0, y: 0 }];
  const found = new Map<string, DrawnWords>();
  const tokens = svg.matchAll(
    /<g\b[^>]*>|<\/g>|<text\b[^>]*\/>|<text\b([^>]*)>([\s\S]*?)<\/text>/g,
  );
  for (const [token, tag = '', inner = ''] of tokens) {
    const here = moves.at(-1) ?? { x: 0, y: 0 };
    if (token === '</g>') moves.pop();
    else if (token.startsWith('<text') && token.endsWith('/>')) continue;
    else if (token.startsWith('<g')) {
      const move = moveOf(token);
      if (!token.endsWith('/>')) moves.push({ x: here.x + move.x, y: here.y + move.y });
    } else {
      const move = moveOf(tag);
      let y = here.y + move.y;
      const spans = [...inner.matchAll(/<tspan([^>]*)>([^<]*)<\/tspan>/g)];
      const lines = spans.length > 0 ? spans.map(([, at, text]) => [at, text]) : [['', inner]];
      for (const [at = '', text = ''] of lines) {
        y += Number(/dy="([-\d.]+)/.exec(at)?.[1] ?? 0);
        const words = unescaped(text);
        const box = boxOf(words, { x: here.x + move.x, y, upright: move.upright }, tag);
        if (words.trim() !== '') found.set(`${words} ${box.left} ${box.top}`, box);
      }
    }
  }
  return [...found.values()];
}
