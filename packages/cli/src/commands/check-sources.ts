import { checkSources, type SourcesChecked } from '@samenbeeld/recipes';
import { formatNumber, type Language } from '@samenbeeld/schema';
import { openTerminal } from '../terminal.ts';

const shownAtMost = 10;

function linesOf({ check, pairs }: SourcesChecked, language: Language): readonly string[] {
  const n = (value: number): string => formatNumber(value, language);
  const sides = `${check.left.source} ${check.relation === 'equal' ? '=' : '≤'} ${check.right.source}`;
  if (pairs.length === 0) return [`${check.id}  ${sides}: no figure that both have`];
  const broken = pairs.filter(({ holds }) => !holds);
  const held = pairs.length - broken.length;
  const more = broken.length - shownAtMost;
  return [
    `${check.id}  ${sides}: holds in ${n(held)} of ${n(pairs.length)}`,
    ...(broken.length > 0 ? [`  ${check.reason}`] : []),
    ...broken.slice(0, shownAtMost).map(({ at, left, right }) => {
      const scope = Object.values(at).filter(Boolean).join(' ');
      return `  ${scope}: ${n(left)} in ${check.left.source}, ${n(right)} in ${check.right.source}`;
    }),
    ...(more > 0 ? [`  … and ${more} more; --json has them all`] : []),
  ];
}

/** `samenbeeld check-sources`: whether sources agree on what both say; exit 1 where two do not. */
export async function checkSourcesOf(
  options: Readonly<Record<string, unknown>>,
  pictures: string | readonly string[],
): Promise<number> {
  const terminal = openTerminal(options);
  const folders = Array.isArray(pictures) ? pictures.map(String) : [String(pictures)];
  const files = Array.isArray(options['checks']) ? options['checks'].map(String) : [];
  const found = await checkSources(folders, { checks: files });
  for (const one of found)
    for (const line of linesOf(one, terminal.language)) terminal.print(`  ${line}`);
  const compared = found.flatMap(({ pairs }) => pairs);
  const broken = compared.filter(({ holds }) => !holds);
  terminal.print(
    ...(found.length === 0
      ? [
          '  No check between sources is about two sources that are here. Name pictures of several, or give checks of your own with --checks.',
        ]
      : [
          '',
          `  ${compared.length} pairs of figures compared by ${found.length} ${found.length === 1 ? 'check' : 'checks'}, ${broken.length} differ.`,
        ]),
  );
  terminal.result({ checks: found });
  return broken.length > 0 ? 1 : 0;
}
