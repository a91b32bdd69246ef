import { randomBytes } from 'node:crypto';
import {
  sheetTemplate,
  type TemplateName,
  templateDescription,
  templateNames,
} from '@samenbeeld/ingest';
import {
  agencies,
  inFour,
  noneNamed,
  publicHandling,
  shellWord,
  wrongUse,
} from '@samenbeeld/schema';
import { checkFile, clearance, writeThrough } from '@samenbeeld/store';
import { refuseWorkbook } from '../check-files.ts';
import { openTerminal, told } from '../terminal.ts';

function nameOf(text: string): TemplateName {
  const found = templateNames.find((name) => name === text);
  if (found) return found;
  const none = inFour(
    'Er is geen sjabloon "{text}".',
    'Il n’y a pas de modèle « {text} ».',
    'Es gibt keine Vorlage „{text}“.',
    'There is no template "{text}".',
    { text },
  );
  throw noneNamed(none, text, templateNames);
}

function agencyOf(text: string): string {
  if (agencies.has(text)) return agencies.get(text).code;
  throw wrongUse(
    '--agency vraagt de code van een dienst die `samenbeeld codes agencies` kent, niet "{text}".',
    '--agency demande le code d’un service que connaît `samenbeeld codes agencies`, et non « {text} ».',
    '--agency verlangt den Code einer Behörde, den `samenbeeld codes agencies` kennt, nicht „{text}“.',
    '--agency takes the code of a service that `samenbeeld codes agencies` knows, not "{text}".',
    { text },
  );
}

const next = {
  nl: 'Vul het in; het blad dictionary legt elke kolom uit. Dan: `{then}`',
  fr: 'Remplissez-le ; la feuille dictionary explique chaque colonne. Puis : `{then}`',
  de: 'Füllen Sie sie aus; das Blatt dictionary erklärt jede Spalte. Dann: `{then}`',
  en: 'Fill it in; the sheet dictionary explains every column. Then: `{then}`',
};

/** `samenbeeld template`: a workbook to fill in, with a dictionary in four languages and, where one reads it, its description. */
export async function writeTemplate(
  options: Readonly<Record<string, unknown>>,
  ...[asked = '']: readonly (string | readonly string[])[]
): Promise<undefined> {
  const terminal = openTerminal(options);
  const name = nameOf(String(asked));
  const out = String(options['out'] ?? `${name}.xlsx`);
  const text = templateDescription(
    name,
    agencyOf(String(options['agency'] ?? 'UNSPECIFIED')),
    randomBytes(16).toString('hex'),
  );
  const description = text === null ? null : out.replace(/\.xlsx$/u, '.source.yaml');
  const files = [out, ...(description === null ? [] : [description])];
  const replace = options['force'] === true;
  refuseWorkbook(out, files, replace);
  for (const file of files) await checkFile(file, { replace });
  const cleared = clearance(publicHandling, 'public');
  await writeThrough(out, await sheetTemplate(name), cleared, { replace });
  if (description !== null && text !== null)
    await writeThrough(description, new TextEncoder().encode(text), cleared, { replace });
  const then =
    description === null
      ? `${name}: [${out}]`
      : `samenbeeld ingest ${shellWord(description)} ${shellWord(out)} --out pictures/${name} --audience internal`;
  for (const file of files) terminal.print(`  ${file}`);
  terminal.print(`  ${told(next, terminal.language, { then })}`);
  terminal.result({ template: name, files });
}
