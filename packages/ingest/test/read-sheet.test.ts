import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CFB, utils, write } from '@e965/xlsx';
import { readSheet } from '@samenbeeld/ingest';
import { InputError } from '@samenbeeld/schema';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'assessments-'));
afterAll(() => rmSync(folder, { recursive: true }));

const row = {
  id: 'A1',
  phenomenon: 'violence in the criminal milieu',
  place: 'Rotterdam',
  period: '2023..2024',
  kind: 'Assessment',
  says: 'neemt toe',
  confidence: 'moderate',
  grade: 'B2',
  evidence: 'C001; C002',
  country: 'NL',
  originator: 'NL_POL',
  marking: 'TLP:GREEN H1',
  text: 'Bedreigingen nemen toe.',
  language: 'nl',
  document: 'https://www.example.org/beeld.pdf',
  paragraph: '§ 3',
  programme: 'EMPACT; Étoile',
};
type Row = Partial<Record<keyof typeof row | 'released by' | 'colour', string>>;

const tableOf = (rows: readonly Row[]): readonly (readonly string[])[] => {
  const names = Object.keys(rows[0] ?? {}) as (keyof Row)[];
  return [names, ...rows.map((one) => names.map((name) => one[name] ?? ''))];
};

const csv = (rows: readonly Row[], name = 'a.csv'): string => {
  const path = join(folder, name);
  const lines = tableOf(rows).map((cells) =>
    cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
  );
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
};

const xlsx = (rows: readonly Row[]): string => {
  const path = join(folder, 'a.xlsx');
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(tableOf(rows).map((cells) => [...cells])), 'a');
  writeFileSync(path, write(book, { type: 'buffer', bookType: 'xlsx' }));
  return path;
};

/** A Word document with a table of nothing, then the statements; deleted text is still in its file. */
const docx = (rows: readonly Row[]): string => {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const cell = (text: string) =>
    `<w:tc><w:tcPr/><w:p w:rsid="1"><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p></w:tc>`;
  const table = (cells: readonly (readonly string[])[]) =>
    `<w:tbl><w:tblPr/>${cells.map((one) => `<w:tr>${one.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(
    container,
    '/word/document.xml',
    Buffer.from(
      `<w:document><w:body><w:p><w:r><w:t>Beeld</w:t></w:r></w:p>${table([['versie', '1']])}${table(tableOf(rows))}</w:body></w:document>`,
    ),
  );
  const path = join(folder, 'a.docx');
  writeFileSync(path, CFB.write(container, { type: 'buffer', fileType: 'zip' }) as Buffer);
  return path;
};

const read = (path: string) => readSheet('assessments', path, { name: 'a.csv' });

async function refusal(path: string): Promise<InputError> {
  const error = await read(path).then(
    () => null,
    (found: unknown) => found,
  );
  if (error instanceof InputError) return error;
  throw new Error('nothing was refused');
}

describe('readSheet', () => {
  test('reads codes and names from CSV, a workbook and a table in Word alike', async () => {
    const found = await read(csv([row]));
    expect(found.synthetic).toBe(false);
    expect(found.rows).toEqual([
      {
        id: 'A1',
        source: 'a.csv NL_POL TLP:GREEN H1',
        phenomenon: 'VIOLENCE',
        place: 'NLRTM',
        periodStart: '2023-01-01',
        periodEnd: '2024-12-31',
        kind: 'assessment',
        says: 'rising',
        confidence: 'medium',
        grade: 'B2',
        evidence: ['C001', 'C002'],
        country: 'NL',
        originator: 'NL_POL',
        marking: 'TLP:GREEN H1',
        text: row.text,
        language: 'nl',
        document: row.document,
        paragraph: '§ 3',
        programmes: ['EMPACT', 'HAZELDONK'],
      },
    ]);
    for (const path of [xlsx([row]), docx([row])])
      expect((await read(path)).rows).toEqual(found.rows);
  });

  test('a source is one owner and one marking, and carries its handling', async () => {
    const other = { ...row, id: 'A2', marking: 'AMBER restricted H3: not to third parties' };
    const third = { ...row, id: 'A3' };
    const { sources } = await read(
      csv([row, other, third].map((one) => ({ ...one, 'released by': 'head of analysis' }))),
    );
    expect(sources.map(({ handling }) => handling)).toEqual([
      {
        ...{ h: ['H1'], h3Text: [], tlp: 'GREEN', classification: 'none', purposes: [] },
        ...{ audiences: [], originators: ['NL_POL'] },
        releasedBy: { NL_POL: ['head of analysis'] },
      },
      {
        ...{ h: ['H3'], h3Text: ['not to third parties'], tlp: 'AMBER' },
        ...{ classification: 'restricted', purposes: [], audiences: [], originators: ['NL_POL'] },
        releasedBy: { NL_POL: ['head of analysis'] },
      },
    ]);
  });

  test.each<[keyof typeof row, string, string]>([
    ['phenomenon', 'violense', 'expected a code of the list phenomena, found "violense"'],
    ['place', 'Atlantis', 'a code of the list places'],
    ['period', 'soon', 'expected a period, found "soon"'],
    ['kind', 'rumour', 'expected one of fact, assessment, found "rumour"'],
    ['says', '', 'expected something, found nothing'],
    ['confidence', 'very', 'a code of the list confidences'],
    ['grade', 'B5', 'expected a 4×4 grade, found "B5"'],
    ['country', 'BE', 'expected a service of BE, found "NL_POL"'],
    ['originator', 'KGB', 'a code of the list agencies'],
    // A marking that is not understood never passes as an open one.
    ['marking', '', 'expected something, found nothing'],
    ['marking', 'green', 'expected a marking with one TLP'],
    ['marking', 'CLEAR RED', 'expected a marking with one TLP'],
    ['marking', 'CLEAR secrt', 'expected a marking with one TLP'],
    ['marking', 'CLEAR H3', 'expected a marking with one TLP'],
    ['marking', 'CLEAR: not to third parties', 'expected a marking with one TLP'],
    ['language', 'la', 'expected one of nl, fr, de, en'],
    ['programme', 'EMPATC', 'a code of the list programmes'],
  ])('%s "%s" is refused where it stands', async (heading, text, expected) => {
    const error = await refusal(csv([{ ...row, [heading]: text }]));
    const about = heading === 'country' ? 'originator' : heading;
    expect(error.faults).toHaveLength(1);
    expect(error.faults[0]).toMatch(new RegExp(`^row 2, column [A-Z] "${about}": `, 'u'));
    expect(error.faults[0]).toContain(expected);
    expect(error.faults[0]).toContain('Repair: ');
  });

  test('every fault is told at once, also an id that stands twice', async () => {
    const { faults } = await refusal(csv([row, { ...row, kind: 'x', grade: 'Z9' }]));
    expect(faults.map((fault) => fault.slice(0, 28))).toEqual([
      'row 3, column E "kind": expe',
      'row 3, column H "grade": exp',
      'row 3, column A "id": expect',
    ]);
  });

  test('data of a person are refused and never repeated', async () => {
    const { message } = await refusal(
      csv([{ ...row, text: 'Gemeld door jan@example.org, 06-12345678.' }]),
    );
    expect(message).toContain('row 2, column M "text": expected no data of persons');
    expect(message).not.toMatch(/jan|06-12/u);
  });

  test('headings that lack, stand twice or are not known', async () => {
    const { marking: _marking, ...rest } = row;
    const { message } = await refusal(csv([{ ...rest, colour: 'red' }]));
    expect(message).toContain('marking not found, found "colour"');
  });

  test('an exercise is one as a whole', async () => {
    const exercise = { ...row, text: 'OEFENING: verzonnen.' };
    expect((await read(csv([exercise]))).synthetic).toBe(true);
    const { faults } = await refusal(csv([exercise, { ...row, id: 'A2' }]));
    expect(faults[0]).toContain('expected an exercise or none, found both in one sheet');
  });

  test('what is no Word document, or one without the headings', async () => {
    const path = join(folder, 'b.docx');
    writeFileSync(path, 'nothing');
    expect((await refusal(path)).message).toContain('expected a Word document (.docx)');
    expect((await refusal(docx([{ colour: 'red' }]))).message).toContain('not found');
  });
});
