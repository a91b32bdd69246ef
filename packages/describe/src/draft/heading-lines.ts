import type { Geometry } from '../geometry.ts';
import type { NearestSource } from '../nearest-source.ts';

/** The first lines of a description, as comments: its schema, what it was made from, the source that comes nearest. */
export function headingLines(
  geometry: Geometry,
  nearest: NearestSource | null,
  schema = 'https://samenbeeld.example/source-description.schema.json',
): readonly string[] {
  const lines = [
    `yaml-language-server: $schema=${schema}`,
    `Proposed from ${geometry.file}. Answer what is marked "decide", delete its mark and its line under \`open\`.`,
  ];
  if (nearest?.fits)
    lines.push(
      `The file is one of ${nearest.id}, which is described already: samenbeeld ingest ${nearest.id} FILE`,
    );
  else if (nearest)
    lines.push(
      `Nearest known source: ${nearest.id} (${nearest.shared} of ${nearest.needed} headings${nearest.renamed.map(([from, to]) => `; "${from}" is now "${to}"`).join('')}).`,
    );
  return lines;
}
