import { checkSources, type SourcesChecked } from '@samenbeeld/recipes';
import { inFour, type Language } from '@samenbeeld/schema';
import { changeWords } from '../changes-view/change-words.ts';
import { openTerminal, quotedEnglish, told } from '../terminal.ts';

const shownAtMost = 10;

const words = {
  nothing: inFour(
    'geen cijfer dat beide hebben',
    'aucun chiffre commun aux deux',
    'keine Zahl, die beide haben',
    'no figure that both have',
  ),
  holds: inFour(
    'klopt in {held} van de {of}',
    'vrai dans {held} cas sur {of}',
    'gilt in {held} von {of}',
    'holds in {held} of {of}',
  ),
  differ: inFour(
    '{left} in {one}, {right} in {other}',
    '{left} dans {one}, {right} dans {other}',
    '{left} in {one}, {right} in {other}',
    '{left} in {one}, {right} in {other}',
  ),
  none: inFour(
    'Geen toets tussen bronnen gaat over twee bronnen die hier zijn. Noem beelden met meer bronnen, of geef eigen toetsen met --checks.',
    'Aucune vérification entre sources ne porte sur deux sources présentes ici. Nommez des tableaux qui en ont plusieurs, ou donnez vos propres vérifications avec --checks.',
    'Keine Prüfung zwischen Quellen betrifft zwei Quellen, die hier sind. Nennen Sie Lagebilder mit mehreren, oder geben Sie mit --checks eigene Prüfungen an.',
    'No check between sources is about two sources that are here. Name pictures of several, or give checks of your own with --checks.',
  ),
  compared: inFour(
    '{n} {n:paar|paren} cijfers vergeleken met {checks:# toets|# toetsen}, {broken} {broken:verschilt|verschillen}.',
    '{n} {n:paire|paires} de chiffres {n:comparée|comparées} par {checks:# vérification|# vérifications}, {broken} {broken:diffère|diffèrent}.',
    '{n} {n:Zahlenpaar|Zahlenpaare} mit {checks:# Prüfung|# Prüfungen} verglichen, {broken} {broken:weicht|weichen} ab.',
    '{n} {n:pair|pairs} of figures compared by {checks:# check|# checks}, {broken} {broken:differs|differ}.',
  ),
};

function linesOf({ check, pairs }: SourcesChecked, language: Language): readonly string[] {
  const sides = `${check.left.source} ${check.relation === 'equal' ? '=' : '≤'} ${check.right.source}`;
  if (pairs.length === 0) return [`${check.id}  ${sides}: ${words.nothing[language]}`];
  const broken = pairs.filter(({ holds }) => !holds);
  const held = pairs.length - broken.length;
  const more = broken.length - shownAtMost;
  return [
    `${check.id}  ${sides}: ${told(words.holds, language, { held, of: pairs.length })}`,
    ...(broken.length > 0 ? [`  ${quotedEnglish(check.reason, language)}`] : []),
    ...broken.slice(0, shownAtMost).map(({ at, left, right }) => {
      const scope = Object.values(at).filter(Boolean).join(' ');
      const values = { left, right, one: check.left.source, other: check.right.source };
      return `  ${scope}: ${told(words.differ, language, values)}`;
    }),
    ...(more > 0 ? [`  ${told(changeWords.more, language, { n: more })}`] : []),
  ];
}

/** `samenbeeld check-sources`: whether sources agree on what both say; exit 1 where two do not. */
export async function checkSourcesOf(
  options: Readonly<Record<string, unknown>>,
  pictures: string | readonly string[],
): Promise<number> {
  const terminal = openTerminal(options);
  const { language } = terminal;
  const folders = Array.isArray(pictures) ? pictures.map(String) : [String(pictures)];
  const files = Array.isArray(options['checks']) ? options['checks'].map(String) : [];
  const found = await checkSources(folders, { checks: files });
  for (const one of found) for (const line of linesOf(one, language)) terminal.print(`  ${line}`);
  const compared = found.flatMap(({ pairs }) => pairs);
  const broken = compared.filter(({ holds }) => !holds);
  terminal.print(
    ...(found.length === 0
      ? [`  ${words.none[language]}`]
      : [
          '',
          `  ${told(words.compared, language, { n: compared.length, checks: found.length, broken: broken.length })}`,
        ]),
  );
  terminal.result({ checks: found });
  return broken.length > 0 ? 1 : 0;
}
