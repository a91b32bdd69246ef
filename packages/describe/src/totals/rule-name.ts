/** The name of a rule after a label, in the signs that rules may have. */
export function ruleName(text: string, ending: string): string {
  const name = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 32)
    .replace(/-+$/, '');
  if (name === '') return ending;
  return name.split('-').includes(ending) ? name : `${name}-${ending}`;
}
