import { allSources } from '@samenbeeld/answers';
import type { DescribeOptions, FileDescription } from '@samenbeeld/describe';
import { type Block, renderCell } from '@samenbeeld/page';
import type { Language } from '@samenbeeld/schema';
import { output, pre } from './cell.ts';
import { awaited, type Bundle, plainly } from './kernel.ts';
import { officeOnly } from './office-only.ts';
import { type View, view } from './view.ts';

/** A described file as a cell shows it: columns, rows before and after, questions, and the description itself. */
function describedOutput(page: readonly Block[], yaml: string, language: Language): Bundle {
  const { html, plain } = renderCell(page, language);
  const description = `<details><summary>source.yaml</summary><div class="scroll">${pre(yaml)}</div></details>`;
  return output(officeOnly(language), { html: html + description, plain });
}

/** A file as it was described, showing itself: its columns, what is open, and the description to edit. */
export interface DescribedFile extends View {
  readonly kind: 'described-file';
  readonly description: FileDescription;
}

/**
 * Proposes a source description for a file nobody has described, and shows it: what each column seems to mean, how surely
 * and why; a few rows before and after; what is to decide; and the YAML. `description` holds the whole of it. The catalogue
 * is known, so that a file of one of its sources is recognised; `known: []` looks without it. Nothing is written.
 */
export function describeFile(
  path: string,
  { language = 'en', ...options }: DescribeOptions = {},
): Promise<DescribedFile> {
  const described = async (): Promise<DescribedFile> => {
    const { describedPage, describeFile: describe } = await import('@samenbeeld/describe');
    const known = options.known ?? allSources();
    const description = await describe(path, { ...options, language, known });
    return view<DescribedFile>({ kind: 'described-file', description }, () => [
      describedOutput(describedPage(description), description.yaml, language),
    ]);
  };
  const made = described().catch((error: unknown) => {
    throw plainly(error, language);
  });
  return awaited('describeFile(…)', made);
}
