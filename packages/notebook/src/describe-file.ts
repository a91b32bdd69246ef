import type { DescribeOptions, FileDescription } from '@samenbeeld/describe';
import { allSources } from '@samenbeeld/recipes';
import type { Language } from '@samenbeeld/schema';
import { describedParts } from './described-view.ts';
import { output } from './html.ts';
import { officeOnly } from './office-only.ts';
import { awaited, plainly } from './show.ts';
import { type View, view } from './view.ts';

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
  { language = 'en', ...options }: DescribeOptions & { readonly language?: Language } = {},
): Promise<DescribedFile> {
  const described = async (): Promise<FileDescription> => {
    const { describeFile: describe } = await import('@samenbeeld/describe');
    return await describe(path, { ...options, known: options.known ?? allSources() });
  };
  const made = described().then(
    (description) =>
      view<DescribedFile>({ kind: 'described-file', description }, () => [
        output(officeOnly(language), describedParts(description, language)),
      ]),
    (error: unknown) => {
      throw plainly(error);
    },
  );
  return awaited('describeFile(…)', made);
}
