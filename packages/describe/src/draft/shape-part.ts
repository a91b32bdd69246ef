import type { FileShape } from '@samenbeeld/read';
import type { Geometry } from '../geometry.ts';
import { thresholds } from '../thresholds.ts';
import { asks, type DraftPart, type Mark } from './mark.ts';

/** The layout in the words of a description; what goes without saying is left out. */
export function writtenShape(shape: FileShape): Readonly<Record<string, unknown>> {
  const { quote, sheet, path, title = 0, header = 1, footer, until, ...rest } = shape;
  return {
    ...rest,
    ...(quote !== undefined && { quoteChar: quote }),
    ...(sheet !== undefined && { sheetName: sheet }),
    ...(path !== undefined && { property: path }),
    ...(title > 0 && { title }),
    ...(header !== 1 && { header }),
    ...(footer !== undefined && { footer }),
    ...(until !== undefined && { until }),
  };
}

/** How the file is laid out; what is not sure of it is asked. */
export function shapePart({
  shape,
  title,
  header,
  footer,
  encoding,
  delimiter,
  sheet,
  format,
  otherTables,
}: Geometry): DraftPart {
  const named = { format, encoding, delimiter, sheet, title, header, footer } as const;
  const doubtful = Object.entries(named).flatMap(([name, guess]) =>
    guess && guess.confidence < thresholds.taken ? [{ name, guess }] : [],
  );
  const [first] = doubtful;
  const marks: Mark[] = first
    ? [
        asks(
          ['file'],
          doubtful.length > 1 ? 'file layout' : `file ${first.name}`,
          doubtful
            .map(
              ({ name, guess }) =>
                `is the ${name} ${JSON.stringify(guess.value)}? ${guess.confidence.toFixed(2)}: ${guess.reason}`,
            )
            .join('; '),
          {
            proposed: doubtful.map(({ guess }) => String(guess.value)).join(', '),
            alternatives: doubtful.flatMap(({ name, guess }) =>
              guess.alternatives.map(
                ({ value, confidence, reason }) =>
                  `${doubtful.length > 1 ? `${name} ` : ''}${JSON.stringify(value)}  ${confidence.toFixed(2)}: ${reason}`,
              ),
            ),
          },
        ),
      ]
    : [];
  if (otherTables.length > 0)
    marks.push(
      asks(
        ['file'],
        'file tables',
        `${otherTables.length + 1} tables stand one below the other; is the largest meant? It is read from line ${title.value + 1} on`,
        { proposed: 'the largest', alternatives: otherTables.map(({ words }) => words) },
      ),
    );
  return { written: { file: writtenShape(shape) }, marks };
}
