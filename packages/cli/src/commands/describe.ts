import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { type DescribeOptions, describeFile, type FileDescription } from '@samenbeeld/describe';
import { descriptionSchemaFile, loadSource, type SourceDescription } from '@samenbeeld/ingest';
import { wrongUse } from '@samenbeeld/merge';
import { hanging } from '@samenbeeld/page';
import { InputError, officeHandling, withheldText } from '@samenbeeld/schema';
import { catalogue, catalogueFolder } from '@samenbeeld/sources';
import { checkFile, clearance, writeThrough } from '@samenbeeld/store';
import { checkFiles } from '../check-files.ts';
import { columnLines } from '../describe-view/column-lines.ts';
import { findingLines, nearestLines } from '../describe-view/finding-lines.ts';
import { headerLines } from '../describe-view/header-lines.ts';
import { type Signs, signsOf } from '../describe-view/signs.ts';
import { trialLines } from '../describe-view/trial-lines.ts';
import { openTerminal, type Terminal } from '../terminal.ts';

const widest = 120;

function decisionLines({ decisions }: FileDescription, signs: Signs): readonly string[] {
  if (decisions.length === 0) return ['Nothing is left to decide.'];
  return [
    'To decide',
    ...decisions.flatMap(({ number, about, question, alternatives }) => [
      ...hanging(`  ${String(number).padStart(2)}  `, `${about}: ${question}`, widest),
      ...alternatives.slice(0, 2).flatMap((text) => hanging('        or ', text, widest)),
      ...(alternatives.length > 2
        ? [`        ${signs.more} ${alternatives.length - 2} more, in the description`]
        : []),
    ]),
  ];
}

/** What a description is called without its ending: "a" of "out/a.source.yaml"; null for a bare "source.yaml". */
function stemOf(out: string): string | null {
  const stem = basename(out).replace(/(?:^|\.)(?:source\.)?ya?ml$/, '');
  return stem === '' ? null : stem;
}

/** Other descriptions in a folder that name one of these crosswalks, each with the crosswalk. */
function othersThatUse(
  out: string,
  crosswalks: readonly string[],
): readonly (readonly [crosswalk: string, description: string])[] {
  const folder = dirname(out);
  if (!existsSync(folder)) return [];
  const others = readdirSync(folder).filter(
    (name) => /\.ya?ml$/.test(name) && name !== basename(out),
  );
  return others.flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const uses = (file: string): boolean =>
      text.split(/[\s,:{}[\]"']+/u).some((word) => word === file);
    return crosswalks.filter(uses).map((file) => [file, name] as const);
  });
}

/** Whether a file is a description or a crosswalk, and so may be overwritten by one. */
function isOurs(path: string): boolean {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  return path.endsWith('.csv')
    ? /^"?from"?,"?to"?/.test(text)
    : /^# yaml-language-server: .*source/m.test(text) ||
        (/^id:/m.test(text) && /^(source|record|columns|shape):/m.test(text));
}

/** Refuses to overwrite what stands there unless told to, and what is no description and no crosswalk always. */
function refuseStanding(paths: readonly string[], force: boolean): void {
  const standing = paths.filter((path) => existsSync(path));
  if (standing.length > 0 && !force)
    throw wrongUse(
      '{paths} {n:bestaat|bestaan} al, misschien met beslissingen erin. Noem met --out een ander bestand, of overschrijf met --force.',
      '{paths} {n:existe|existent} déjà, peut-être avec des décisions. Nommez un autre fichier avec --out, ou écrasez avec --force.',
      '{paths}: gibt es schon, vielleicht mit Entscheidungen darin. Nennen Sie mit --out eine andere Datei, oder überschreiben Sie mit --force.',
      '{paths} {n:exists|exist} already, perhaps with decisions in it. Name another file with --out, or overwrite with --force.',
      { paths: standing.join(', '), n: standing.length },
    );
  const other = standing.find((path) => !isOurs(path));
  if (other !== undefined)
    throw other.endsWith('.csv')
      ? wrongUse(
          '{other} is geen omzettabel en wordt niet vervangen, ook niet met --force. Noem met --out een ander bestand.',
          '{other} n’est pas une table de correspondance et n’est pas remplacé, même avec --force. Nommez un autre fichier avec --out.',
          '{other} ist keine Umschlüsselung und wird nicht ersetzt, auch nicht mit --force. Nennen Sie mit --out eine andere Datei.',
          '{other} is no crosswalk, and is not replaced, with --force neither. Name another file with --out.',
          { other },
        )
      : wrongUse(
          '{other} is geen bronbeschrijving en wordt niet vervangen, ook niet met --force. Noem met --out een ander bestand.',
          '{other} n’est pas une description de source et n’est pas remplacé, même avec --force. Nommez un autre fichier avec --out.',
          '{other} ist keine Quellenbeschreibung und wird nicht ersetzt, auch nicht mit --force. Nennen Sie mit --out eine andere Datei.',
          '{other} is no source description, and is not replaced, with --force neither. Name another file with --out.',
          { other },
        );
}

/** Where the description and its crosswalks go; refuses to overwrite unless told to, and files of another one always. */
function targetsOf(
  found: FileDescription,
  out: string,
  force: boolean,
): readonly { readonly path: string; readonly text: string }[] {
  const targets = [
    { path: out, text: found.yaml },
    ...found.crosswalks.map(({ name, text }) => ({ path: join(dirname(out), name), text })),
  ];
  const [shared] = othersThatUse(
    out,
    found.crosswalks.map(({ name }) => name),
  );
  if (shared)
    throw wrongUse(
      'De omzettabel {path} hoort ook bij {other} en wordt niet vervangen. Noem met --out een ander bestand.',
      'La table de correspondance {path} appartient aussi à {other} et n’est pas remplacée. Nommez un autre fichier avec --out.',
      'Die Umschlüsselung {path} gehört auch zu {other} und wird nicht ersetzt. Nennen Sie mit --out eine andere Datei.',
      'The crosswalk {path} belongs to {other} too, and is not replaced. Name another file with --out.',
      { path: join(dirname(out), shared[0]), other: String(shared[1]) },
    );
  refuseStanding(
    targets.map(({ path }) => path),
    force,
  );
  return targets;
}

/** The sources of the catalogue; one that does not load is named and left aside. */
function knownSources(terminal: Terminal): readonly SourceDescription[] {
  return catalogue().flatMap((name) => {
    try {
      return [loadSource(catalogueFolder(name))];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      terminal.print(`  ${name} of the catalogue is left aside: ${error.message}`);
      return [];
    }
  });
}

/** The sources of the catalogue, and where each lies, as `describeFile` takes them. */
export function knownOptions(terminal: Terminal): Pick<DescribeOptions, 'known' | 'folders'> {
  const known = knownSources(terminal);
  return { known, folders: Object.fromEntries(known.map(({ id }) => [id, catalogueFolder(id)])) };
}

/** `samenbeeld describe`: proposes a source description for a file nobody has described. */
export async function describe(
  options: Readonly<Record<string, unknown>>,
  file: string | readonly string[],
): Promise<undefined> {
  const terminal = openTerminal(options);
  const path = String(file);
  const text = (name: string): string | undefined =>
    options[name] === undefined ? undefined : String(options[name]);
  const [id, sheet, asked] = [text('id'), text('sheet'), text('out')];
  if (asked !== undefined && !/\.ya?ml$/.test(asked))
    throw wrongUse(
      '--out vraagt een bestand dat op .yaml eindigt, niet "{asked}".',
      '--out demande un fichier terminé par .yaml, et non « {asked} ».',
      '--out verlangt eine Datei, die auf .yaml endet, nicht „{asked}“.',
      '--out takes a file that ends in .yaml, not "{asked}".',
      { asked },
    );
  if (asked !== undefined) {
    refuseStanding([asked], options['force'] === true);
    await checkFile(asked);
  }
  checkFiles([path]);
  terminal.progress(`looking at ${withheldText(path)}`);
  const folder = asked === undefined ? resolve('.') : dirname(resolve(asked));
  const name = asked === undefined ? null : stemOf(asked);
  const found = await describeFile(path, {
    schema: relative(folder, descriptionSchemaFile).split(sep).join('/'),
    ...knownOptions(terminal),
    ...(id !== undefined && { id }),
    ...(name !== null && { name }),
    ...(sheet !== undefined && { sheet }),
  });
  const out = asked ?? `${found.id}.source.yaml`;
  const isKnown = found.nearest?.fits === true;
  const held = found.unfit !== null || isKnown || terminal.json;
  const targets =
    held && asked === undefined ? [] : targetsOf(found, out, options['force'] === true);
  const cleared = clearance(officeHandling, 'internal');
  const replace = options['force'] === true;
  for (const target of targets) await writeThrough(target.path, target.text, cleared, { replace });
  const signs = signsOf(process.stdout.isTTY === true);
  const lines = [
    ...headerLines(found, signs, widest),
    ...nearestLines(found, widest),
    ...(found.unfit === null ? [] : hanging('  doubt   ', found.unfit, widest)),
    // Of a file that a source reads, what that source makes of it is told, and no guesses.
    ...(isKnown
      ? []
      : ['', ...columnLines(found, signs, widest), '', ...findingLines(found, signs, widest)]),
    ...(found.unfit === null
      ? ['', ...trialLines(found, signs, widest), '', ...decisionLines(found, signs)]
      : []),
  ];
  for (const line of lines) terminal.print(line);
  const { length: open } = found.decisions;
  if (found.unfit !== null && targets.length === 0)
    terminal.print(
      '',
      'Nothing was written. If it is a source of figures all the same, name a file with --out.',
    );
  if (found.unfit === null && isKnown && found.nearest && targets.length === 0) {
    const { id: known } = found.nearest;
    terminal.print(
      '',
      'Nothing is to be written: the source reads this file as it is. A copy of its description is written with --out.',
      `  samenbeeld ingest ${known} ${withheldText(path)} --out pictures/${known} --audience internal`,
    );
  }
  if (targets.length > 0) {
    const names = targets.map((target) => target.path).join(', ');
    const marked =
      open > 0 ? `: ${open} ${open === 1 ? 'question is' : 'questions are'} marked "# decide"` : '';
    for (const line of hanging('', `Wrote ${names}${marked}. Then:`, widest)) terminal.print(line);
    const command = `samenbeeld ingest ${out} ${withheldText(path)} --out pictures/${found.id}`;
    if (open > 0) terminal.print(`  ${command} --draft --audience internal`);
    terminal.print(`  ${command} --audience internal${open > 0 ? '    once nothing is open' : ''}`);
  }
  terminal.result({ ...found, written: targets.map((target) => target.path) });
  return undefined;
}
