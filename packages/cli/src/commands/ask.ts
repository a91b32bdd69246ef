import { ask as askPicture } from '@samenbeeld/answers';
import { plainBlocks } from '@samenbeeld/page';
import { openBuilt } from '../open-built.ts';
import { optionName } from '../options.ts';
import { openTerminal } from '../terminal.ts';

/**
 * `samenbeeld ask`: an answer of a built picture, from its records. 1 where it holds no figure of what is asked, 2 where the
 * question is not understood.
 */
export async function ask(
  { json, language: spoken, ...question }: Readonly<Record<string, unknown>>,
  folder: string | readonly string[],
  name: string | readonly string[],
): Promise<number> {
  const terminal = openTerminal({ json: json === true, language: spoken as string | undefined });
  const { language } = terminal;
  const picture = await openBuilt(String(folder));
  try {
    const given = await askPicture(picture, String(name), question, { written: optionName });
    const { banner } = picture.metadata;
    terminal.print(...banner[language].split('\n'), '');
    terminal.page(given.blocks);
    terminal.result({
      banner,
      answer: given.name,
      answers: given.data,
      sources: given.sources,
      blocks: plainBlocks(given.blocks, language),
    });
    return given.known ? 0 : 1;
  } finally {
    await picture.close();
  }
}
