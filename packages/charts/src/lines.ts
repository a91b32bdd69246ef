/** About how wide words are in pixels; the same on every machine, because no font is asked. */
export function widthOf(words: string, size: number): number {
  return words.length * size * 0.53;
}

/** A blank where a line may end: in French not beside a sign that stands off its word. */
const breakable = /(?<!«) (?![:;!?»])/;

/** Words broken into lines of at most `width` pixels at letter size `size`. */
export function breakLines(words: string, width: number, size: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split(breakable)) {
    const line = lines.at(-1);
    const longer = line === undefined ? word : `${line} ${word}`;
    if (line !== undefined && widthOf(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
