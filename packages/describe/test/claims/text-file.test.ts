import { mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeFile } from '@samenbeeld/describe';
import { expect, it } from 'vitest';
import { textOfFile } from '../../src/claims/text-file.ts';

const { CFB } = createRequire(import.meta.url)('@e965/xlsx') as typeof import('@e965/xlsx');

it('reads the paragraphs of a Word document, without what was deleted in it', async () => {
  const container = CFB.utils.cfb_new();
  const xml =
    '<w:document><w:body><w:p><w:r><w:t>In 2031 werd </w:t></w:r><w:del><w:r><w:delText>9</w:delText></w:r></w:del><w:r><w:t>40 kilo &amp; meer</w:t></w:r></w:p><w:p><w:r><w:t>gevonden.</w:t></w:r></w:p></w:body></w:document>';
  CFB.utils.cfb_add(container, '/word/document.xml', Buffer.from(xml));
  const path = join(mkdtempSync(join(tmpdir(), 'samenbeeld-text-')), 'a.docx');
  writeFileSync(path, CFB.write(container, { fileType: 'zip', type: 'buffer' }) as Buffer);
  expect((await textOfFile(path)).trim()).toBe('In 2031 werd 40 kilo & meer\n\ngevonden.');
  await expect(describeFile(path)).rejects.toThrow(/a Word document.*samenbeeld claims FILE/u);
});

/** A PDF of one page with these lines: size of the letters, place from below, words. */
function pdfOf(lines: readonly (readonly [size: number, y: number, words: string])[]): Buffer {
  const drawn = lines
    .map(([size, y, words]) => `BT /F1 ${size} Tf 50 ${y} Td (${words}) Tj ET`)
    .join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let text = '%PDF-1.4\n';
  const starts = objects.map((object, at) => {
    const start = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  const head = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  const tail = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(`${text}${head}${tail}`, 'latin1');
}

function fileOf(name: string, content: string | Buffer): string {
  const path = join(mkdtempSync(join(tmpdir(), 'samenbeeld-text-')), name);
  writeFileSync(path, content);
  return path;
}

it('reads the lines of a PDF, with its paragraphs and what a line end parted', async () => {
  const path = fileOf(
    'a.pdf',
    pdfOf([
      [20, 780, 'Persbericht'],
      [11, 740, 'In 2031 werd 40 kilo onder-'],
      [11, 726, 'schept in de'],
      [11, 712, 'haven van Gent.'],
      [11, 680, 'In 2030 was dat 30 kilo.'],
    ]),
  );
  expect((await textOfFile(path)).trim()).toBe(
    'Persbericht\n\nIn 2031 werd 40 kilo onderschept in de\nhaven van Gent.\n\nIn 2030 was dat 30 kilo.',
  );
});

it('reads a double-spaced PDF by its own steps, and keeps a hyphen that is a word’s own', async () => {
  const path = fileOf(
    'a.pdf',
    pdfOf([
      [12, 780, 'Es gab Waffen-'],
      [12, 756, 'und 12'],
      [12, 732, 'Kilo Kokain.'],
      [12, 684, 'Ende.'],
    ]),
  );
  expect((await textOfFile(path)).trim()).toBe('Es gab Waffen- und 12\nKilo Kokain.\n\nEnde.');
});

it('says of a PDF that holds no text, or is none, what to do', async () => {
  await expect(textOfFile(fileOf('scan.pdf', pdfOf([])))).rejects.toThrow('PDF without text');
  await expect(textOfFile(fileOf('none.pdf', 'geen pdf'))).rejects.toThrow(
    'is no PDF that can be read. Repair: open it',
  );
});

it('reads what a page shows: its entities, blocks and broken marks', async () => {
  const page =
    '<html><head><title>x</title></head><script>var a = "<p>9 kg</p>";</script><p title="a > b">40&nbsp;kilo &Agrave; &euro;5<br>weg</p><ul><li>een<li>twee</ul>';
  expect((await textOfFile(fileOf('a.html', page))).trim()).toBe(
    '40\u00a0kilo À €5\nweg\n\neen\n\ntwee',
  );
});
