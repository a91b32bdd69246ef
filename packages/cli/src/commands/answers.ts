import { answers, type Card, cardOf } from '@samenbeeld/answers';
import { aligned } from '@samenbeeld/page';
import type { Language, Text } from '@samenbeeld/schema';
import { optionName } from '../options.ts';
import { openTerminal } from '../terminal.ts';

const words = {
  whole: {
    nl: 'Gaat over het hele beeld; er is niets te noemen.',
    fr: 'Porte sur tout le tableau ; il n’y a rien à nommer.',
    de: 'Gilt dem ganzen Lagebild; es ist nichts zu nennen.',
    en: 'Of the whole picture; there is nothing to name.',
  },
  open: {
    nl: 'Wat niet wordt genoemd, is wat alleen in het beeld staat; wordt niets genoemd, dan gelden de vragen van het beeld zelf.',
    fr: 'Ce qui n’est pas nommé est ce que le tableau seul contient ; si rien n’est nommé, les questions du tableau lui-même sont posées.',
    de: 'Was nicht genannt wird, ist, was das Lagebild allein enthält; wird nichts genannt, gelten die eigenen Fragen des Lagebilds.',
    en: "What is not named is what the picture alone holds; where nothing is named, the picture's own questions are asked.",
  },
  one: {
    nl: 'Eén ervan: samenbeeld answers total',
    fr: 'L’une d’elles : samenbeeld answers total',
    de: 'Eine davon: samenbeeld answers total',
    en: 'One of them: samenbeeld answers total',
  },
} as const satisfies Readonly<Record<string, Text>>;

function cardLines(
  { name, about, says, params, example }: Card,
  language: Language,
): readonly string[] {
  const options = Object.entries(params).map(([key, { says: what }]) => [
    `  ${optionName(key)}`,
    what[language],
  ]);
  return [
    name,
    `  ${says[language]}`,
    '',
    ...(options.length === 0 ? [`  ${words.whole[language]}`] : aligned(options)),
    ...(about === 'question' ? ['', `  ${words.open[language]}`] : []),
    '',
    `  ${example}`,
  ];
}

/** `samenbeeld answers`: everything that can be asked of a picture, or what one answer takes. */
export async function listAnswers(
  options: Readonly<Record<string, unknown>>,
  name: string | readonly string[] | undefined,
): Promise<undefined> {
  const terminal = openTerminal(options);
  const { language } = terminal;
  if (name === undefined) {
    terminal.print(
      ...aligned(answers.map((card) => [`  ${card.name}`, card.says[language]])),
      '',
      `  ${words.one[language]}`,
    );
    terminal.result({ answers });
    return;
  }
  const card = cardOf(String(name));
  terminal.print(...cardLines(card, language));
  terminal.result(card);
}
