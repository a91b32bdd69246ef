import {
  type DescribeOptions,
  describeFile as describe,
  type FileDescription,
  loadSource,
} from '@samenbeeld/ingest';
import type { Language } from '@samenbeeld/schema';
import { catalogue, catalogueFolder } from '@samenbeeld/sources';
import { clearance } from '@samenbeeld/store';
import {
  folded,
  grid,
  heading,
  list,
  type Marking,
  output,
  type Part,
  paragraph,
  safe,
} from './html.ts';
import type { Bundle } from './kernel.ts';
import { type View, view } from './view.ts';

/** A file as it was described, showing itself: its columns, what is open, and the description to edit. */
export interface DescribedFile extends View {
  readonly kind: 'described-file';
  readonly description: FileDescription;
}

/** Until a person says otherwise a file stays within the office, and so does what is shown of it. */
const strict = {
  h: [],
  h3Text: [],
  tlp: 'AMBER+STRICT',
  classification: 'none',
  purposes: [],
  audiences: [],
  originators: [],
} as const;

function meaning({ to, written }: FileDescription['columns'][number]): string {
  const ignored = (written as { readonly ignore?: string } | null)?.ignore;
  return to ?? (ignored === undefined ? '' : `left out: ${ignored}`);
}

function parts(found: FileDescription): readonly Part[] {
  const columns = [...found.columns, ...found.folds];
  const rows = columns.map((column) => [
    column.headings.length > 1
      ? `${column.headings[0]} … ${column.headings.at(-1)}`
      : (column.headings[0] ?? ''),
    meaning(column),
    column.confidence.toFixed(2),
    column.reason,
    column.decide.join(' '),
  ]);
  const { nearest, unfit, trial } = found;
  const layout = [found.format, found.encoding, found.delimiter, found.sheet].flatMap(
    (guess) => guess?.value ?? [],
  );
  const tried =
    trial.kind === 'ingested'
      ? `${trial.conservation.items} items: ${trial.conservation.accepted} accepted, ${trial.conservation.excluded} excluded, ${trial.conservation.rejected} rejected`
      : trial.problem;
  return [
    heading(`${found.file}: ${found.rows} rows`),
    paragraph(layout.join(' · '), 'quiet'),
    ...(unfit === null ? [] : [paragraph(unfit)]),
    ...(nearest?.fits ? [paragraph(`a file of ${nearest.id}, which is described already`)] : []),
    grid({
      headings: [
        { label: 'column' },
        { label: 'field' },
        { label: 'sure', number: true },
        { label: 'why' },
        { label: 'decide' },
      ],
      rows,
    }),
    paragraph(tried, 'quiet'),
    list(found.decisions.map(({ number, about, question }) => `${number} ${about}: ${question}`)),
    folded('source.yaml', [{ html: `<pre>${safe(found.yaml)}</pre>`, plain: '' }]),
  ];
}

/**
 * Proposes a source description for a file nobody has described, and shows it as a table; `description` holds the whole of
 * it. The catalogue is known, so that a file of one of its sources is recognised. Nothing is written.
 */
export async function describeFile(
  path: string,
  { language = 'en', ...options }: DescribeOptions & { readonly language?: Language } = {},
): Promise<DescribedFile> {
  const known = options.known ?? catalogue().map((id) => loadSource(catalogueFolder(id)));
  const description = await describe(path, { ...options, known });
  const { banner } = clearance(strict, 'internal');
  const marking: Marking = { banner, language };
  const outputs = (): readonly Bundle[] => [output(marking, parts(description))];
  return view<DescribedFile>({ kind: 'described-file', description }, outputs);
}
