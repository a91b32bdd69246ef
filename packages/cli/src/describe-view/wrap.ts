/** A text in lines of at most this width, broken between words; a longer word is cut. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    let rest = word;
    if (line !== '' && [...line].length + 1 + [...rest].length > width) {
      lines.push(line);
      line = '';
    }
    while ([...rest].length > width) {
      const letters = [...rest];
      lines.push(letters.slice(0, width).join(''));
      rest = letters.slice(width).join('');
    }
    line = line === '' ? rest : `${line} ${rest}`;
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

/** A text behind a label, its further lines set below its first. */
export function hanging(label: string, text: string, width: number): readonly string[] {
  const indent = ' '.repeat([...label].length);
  return wrap(text, width - indent.length).map(
    (line, index) => (index === 0 ? label : indent) + line,
  );
}

/** A text cut to a width, with a sign that there was more. */
export function cut(text: string, width: number, more: string): string {
  const letters = [...text];
  return letters.length <= width
    ? text
    : `${letters.slice(0, width - [...more].length).join('')}${more}`;
}
