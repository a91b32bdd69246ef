import { type ClaimRow, claimSheet } from '@samenbeeld/ingest';
import { readTable } from '@samenbeeld/read';
import { inFour, publicHandling } from '@samenbeeld/schema';
import { checkFile, clearance, writeThrough } from '@samenbeeld/store';
import { refuseWorkbook } from '../check-files.ts';
import { openTerminal, told } from '../terminal.ts';

/** The rows of a claim sheet in CSV, as cells by column name. */
async function rowsOf(path: string): Promise<readonly ClaimRow[]> {
  const tables = await readTable(path, { format: 'csv', header: 1 });
  return tables.flatMap(({ columns, rows }) =>
    rows.map((row) =>
      Object.fromEntries(columns.map(({ index, headers }) => [headers[0] ?? '', row.cells[index]])),
    ),
  );
}

const made = inFour(
  '{out}: {n:# rij|# rijen} ingevuld. Kies plaatsen, diensten, middelen en bewoording uit de lijsten, en daarna:',
  '{out} : {n:# ligne remplie|# lignes remplies}. Choisissez lieux, services, substances et formulation dans les listes, puis :',
  '{out}: {n:# Zeile|# Zeilen} ausgefüllt. Wählen Sie Orte, Stellen, Stoffe und Wortlaut aus den Listen, danach:',
  '{out}: {n:# row|# rows} filled in. Choose places, agencies, drugs and wording from the lists, then:',
);

/** `samenbeeld claim-sheet`: the Excel sheet for figures from press, PDFs and parliamentary answers. */
export async function writeClaimSheet(
  options: Readonly<Record<string, unknown>>,
): Promise<undefined> {
  const terminal = openTerminal(options);
  const out = String(options['out']);
  const replace = options['force'] === true;
  refuseWorkbook(out, [out], replace);
  await checkFile(out, { replace });
  const from = options['from'];
  const rows = from === undefined ? [] : await rowsOf(String(from));
  const bytes = await claimSheet({ rows, language: terminal.language });
  await writeThrough(out, bytes, clearance(publicHandling, 'public'), { replace });
  terminal.print(`  ${told(made, terminal.language, { out, n: rows.length })}`);
  terminal.print(`  samenbeeld ingest published-claims ${out} --out pictures/claims`);
  terminal.result({ out, rows: rows.length });
}
