import { mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
});
