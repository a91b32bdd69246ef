// What is kept between builds is believed only as this user kept it, and holds nothing that is not public.
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { publicHandling } from '@samenbeeld/schema';
import { clearance } from '@samenbeeld/store';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderHtml } from '../../packages/page/src/index.ts';
import { demo } from '../../packages/page/test/demo.ts';
import { gather } from '../../packages/recipes/src/gather.ts';
import { readPictureFile } from '../../packages/recipes/src/picture-file.ts';
import { openCache } from '../../packages/recipes/src/step-cache.ts';
import { samenbeeld } from '../one-process.ts';
import { copyOfClaims, copyOfPublished, hashes, money, startFrom } from '../pictures.ts';
import { stated } from './reliability.ts';

const place = mkdtempSync(join(tmpdir(), 'samenbeeld-cache-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const out = join(place, 'out');
const cache = join(place, '.samenbeeld-cache');
const own = join(cache, 'out');
const file = copyOfClaims(join(place, 'fixtures'));
const cleared = clearance(publicHandling, 'public');

const kept = (): readonly string[] => readdirSync(own).filter((name) => name.endsWith('.json'));
const read = (name: string): string => readFileSync(join(own, name), 'utf8');
/** The content of a kept file, without the seal before it. */
const contentOf = (text: string): string => text.slice(text.indexOf('\n') + 1);
const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

/** All figures of the picture's inputs, with what is kept believed as a build believes it. */
async function figures(): Promise<string> {
  const opened = openCache(out);
  const gathered = await gather(readPictureFile(file), { cache: opened });
  await gathered.engine.close();
  await opened.keep(cleared);
  return sha(JSON.stringify([gathered.observations, gathered.conservation, gathered.issues]));
}

/** Drawings of the demonstration that were drawn here: where its words change, they do not. */
const drawings = new Map<string, string>();
const memory = {
  read: (key: string) => drawings.get(key) ?? null,
  remember: (key: string, svg: string) => void drawings.set(key, svg),
};

let built: ReturnType<typeof hashes>;

beforeAll(async () => {
  const { code, stderr } = await samenbeeld(['build', file, '--out', out]);
  expect([code, stderr]).toEqual([0, '']);
  built = hashes(out);
});

test('a cache is marked, and its owner alone may read it', () => {
  expect(readFileSync(join(cache, 'CACHEDIR.TAG'), 'utf8')).toMatch(
    /^Signature: 8a477f597d28d172789f06886806bc55\n/,
  );
  expect(kept().length).toBeGreaterThan(1);
  if (process.platform !== 'win32')
    for (const path of [cache, own, ...kept().map((name) => join(own, name))])
      expect(statSync(path).mode & 0o077, path).toBe(0);
});

describe('a kept step that was changed', () => {
  let right: string;
  let sound: string;
  const count = { tried: 0, held: 0 };

  beforeAll(async () => {
    // A build draws too; here only what is read counts, and what is kept of it.
    right = await figures();
    sound = join(place, 'sound');
    cpSync(own, sound, { recursive: true });
  });

  const changes: Readonly<Record<string, (text: string) => string>> = {
    'a number': (text) => text.replaceAll('4157', '94157'),
    'every digit of a quantity': (text) => text.replaceAll(/"value":"?\d+/g, '"value":"9'),
    'a number, with a new hash of the content': (text) => {
      const content = contentOf(text).replaceAll('4157', '94157');
      return `${sha(content)}\n${content}`;
    },
    'a number, with the hash that belongs to a sealed file': (text) =>
      `${text.slice(0, text.indexOf('\n'))}\n${contentOf(text).replaceAll('157', '951')}`,
    'a place': (text) => text.replaceAll('NLVLI', 'BEANR'),
    'the seal alone': (text) => `${'0'.repeat(64)}\n${contentOf(text)}`,
    'the seal away, as earlier versions wrote it': (text) =>
      contentOf(text).replaceAll('4157', '94157'),
    'its end, cut off': (text) => text.slice(0, -40),
    'everything, cut off': () => '',
    'everything, replaced': () => 'null',
    'an empty result': (text) =>
      `${text.slice(0, text.indexOf('\n'))}\n{"rows":[],"issues":[],"conservation":[]}`,
    'a blank at the end': (text) => `${text} `,
  };

  test.each(Object.entries(changes))('by %s is not believed', async (_, change) => {
    rmSync(own, { recursive: true });
    cpSync(sound, own, { recursive: true });
    const before = kept().map(read);
    for (const name of kept()) writeFileSync(join(own, name), change(read(name)));
    expect(kept().map(read)).not.toEqual(before);
    const found = await figures();
    count.tried += 1;
    if (found === right) count.held += 1;
    expect(found).toBe(right);
  });

  test('by another kept step under its name is not believed', async () => {
    rmSync(own, { recursive: true });
    cpSync(sound, own, { recursive: true });
    const names = kept();
    const texts = names.map(read);
    for (const [at, name] of names.entries())
      writeFileSync(join(own, name), texts[(at + 1) % names.length] ?? '');
    const found = await figures();
    count.tried += 1;
    if (found === right) count.held += 1;
    expect([names.length > 1, found]).toEqual([true, right]);
  });

  test('and a build from it makes the same picture, to the byte', async () => {
    for (const name of kept())
      writeFileSync(join(own, name), read(name).replaceAll(/\d{3,}/g, '94776'));
    const { code } = await samenbeeld(['build', file, '--out', out]);
    const same = JSON.stringify(hashes(out)) === JSON.stringify(built);
    count.tried += 1;
    if (code === 0 && same) count.held += 1;
    expect([code, hashes(out)]).toEqual([0, built]);
    expect(count).toEqual(stated('a kept step is changed, with a new hash or without'));
  });

  test('what nobody changed is used, and says the same', async () => {
    await figures();
    const names = kept();
    const times = names.map((name) => statSync(join(own, name)).mtimeMs);
    expect(await figures()).toBe(right);
    expect(names.map((name) => statSync(join(own, name)).mtimeMs)).toEqual(times);
  });
});

describe('a cache goes with its picture', () => {
  test('that is gone', async () => {
    const other = join(place, 'other');
    mkdirSync(other);
    const gone = openCache(other);
    gone.remember(gone.key('ingest', 'a'), { a: 1 });
    await gone.keep(cleared);
    writeFileSync(join(cache, 'other', 'mine.json'), 'mine');
    expect(readdirSync(join(cache, 'other'))).toHaveLength(2);
    rmSync(other, { recursive: true });
    openCache(out);
    // A file that no build wrote stays.
    expect(readdirSync(join(cache, 'other'))).toEqual(['mine.json']);
    rmSync(join(cache, 'other', 'mine.json'));
    openCache(out);
    expect(existsSync(join(cache, 'other'))).toBe(false);
  });

  test('and of one that is not public nothing is kept, nor stays from before', async () => {
    const count = { tried: 0, held: 0 };
    for (const audience of ['internal', 'benelux-analysts', 'partners', 'policy', 'court']) {
      const picture = join(place, `p-${audience}`);
      mkdirSync(picture);
      const before = openCache(picture);
      before.remember(before.key('ingest', 'a'), { a: 1 });
      await before.keep(cleared);
      expect(readdirSync(join(cache, `p-${audience}`))).toHaveLength(1);
      const after = openCache(picture);
      after.remember(after.key('draw', 'svg'), { secret: 'AMBER' });
      await after.keep(clearance(publicHandling, audience));
      count.tried += 1;
      if (!existsSync(join(cache, `p-${audience}`))) count.held += 1;
    }
    expect(count).toEqual(stated('the cache of a picture that is not public is looked for'));
  });
});

describe('a build with nothing changed', () => {
  const folder = join(place, 'unchanged');
  const port = copyOfPublished(join(folder, 'fixtures'));
  const mine = port.replace('north-sea-port', 'follow-the-money');
  const to = join(folder, 'out');
  const built = (...more: readonly string[]) => samenbeeld(['build', mine, '--out', to, ...more]);
  /** What was printed, but for what it says of the picture that stood there before. */
  const said = (stdout: string): string => {
    const line = /^ {2}(?:First build in|Since the last build|What changed since) .*\n/mu;
    expect(stdout).toMatch(line);
    return stdout.replace(line, '');
  };
  /** When the report was written: a build replaces it. */
  const writtenAt = (): number => statSync(join(to, 'report.html')).mtimeMs;
  let first: string;
  let sound: ReturnType<typeof hashes>;

  beforeAll(async () => {
    startFrom(money, to);
    first = said((await built()).stdout);
    sound = hashes(to);
  });

  test('is told again in the same words, and nothing is written', async () => {
    const before = writtenAt();
    expect(said((await built()).stdout)).toBe(first);
    expect(writtenAt()).toBe(before);
  });

  test('is made where it is told in another way', async () => {
    expect((await built('--language', 'nl')).stdout).not.toBe(first);
    expect(JSON.parse((await built('--json')).stdout)).toMatchObject({
      picture: expect.anything(),
    });
    expect(said((await built()).stdout)).toBe(first);
  });

  test.each([
    ['a byte of the report', 'report.html', 'x'],
    ['a table', 'data/observation.csv', 'x'],
    ['a file that is not of it', 'data/more.csv', 'x'],
  ])('is not believed where %s differs', async (_, name, text) => {
    await built();
    const path = join(to, name);
    const isOwn = existsSync(path);
    writeFileSync(path, isOwn ? `${readFileSync(path, 'utf8')}${text}` : text);
    const { code, stdout } = await built();
    // A folder that holds a file of somebody else is never replaced.
    if (isOwn) expect([code, said(stdout), hashes(to)]).toEqual([0, first, sound]);
    else {
      expect([code, existsSync(path)]).toEqual([2, true]);
      rmSync(path);
    }
  });

  test('nor where a file of it is gone', async () => {
    await built();
    rmSync(join(to, 'workbook-en.xlsx'));
    expect([(await built()).code, hashes(to)]).toEqual([0, sound]);
  });

  test('nor where an input, a decision, or a file that evidence names has changed', async () => {
    const inputs = ['follow-the-money.picture.yaml', 'decisions.jsonl', 'claims-money.csv'];
    for (const name of [...inputs, 'ctif-cfi.csv']) {
      const path = join(folder, 'fixtures', name);
      await built();
      const before = writtenAt();
      const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
      writeFileSync(path, `${text}\n`);
      const { code } = await built();
      // Made anew, or refused because the picture file says another hash: not told from before.
      expect([name, code !== 0 || writtenAt() !== before]).toEqual([name, true]);
      writeFileSync(path, text);
    }
    await built();
  });

  test('nor where the last decision was taken out of the file again', async () => {
    await built();
    const decisions = join(folder, 'fixtures', 'decisions.jsonl');
    const before = readFileSync(decisions, 'utf8');
    const other = ['--role', 'analyst', '--reason', 'a trial', '--time', '2026-10-01T09:00:00Z'];
    const subject = 'LU CAN_HERB seized_in_territory quantity 2020';
    const { code } = await samenbeeld(['decide', port, subject, '--keep', 'C123', ...other]);
    const after = readFileSync(decisions, 'utf8');
    writeFileSync(decisions, before);
    const refused = await built();
    expect([code, refused.code]).toEqual([0, 1]);
    expect(refused.stderr).toContain('is not in the file any more');
    writeFileSync(decisions, after);
    expect((await built()).code).toBe(0);
    sound = hashes(to);
  });

  test('is what a cold build makes, also after a decision', async () => {
    const at = '2026-11-01T09:00:00Z';
    const listed = (await samenbeeld(['decide', mine])).stdout;
    const subject = /^1\. (.+?) {2}\[/mu.exec(listed)?.[1] ?? '';
    const claim = /^ {4}(\w+) {2}/mu.exec(listed)?.[1] ?? '';
    const why = ['--role', 'analyst', '--reason', 'a trial', '--time', at];
    const decided = await samenbeeld(['decide', mine, subject, '--keep', claim, ...why]);
    expect([decided.code, decided.stderr]).toEqual([0, '']);
    const warm = await built();
    const files = hashes(to);
    rmSync(folder.concat('/.samenbeeld-cache'), { recursive: true });
    rmSync(to, { recursive: true });
    const cold = await built();
    expect([warm.code, cold.code, hashes(to)]).toEqual([0, 0, files]);
    expect(files).not.toEqual(sound);
  });
});

const address = 'https://attacker.example';

/** What a drawing could hide, each in a place where shapes stand. */
const hidden: readonly string[] = [
  '<script>location="X"</script>',
  '<SCRIPT>location="X"</SCRIPT>',
  '<script href="X"/>',
  '<script xlink:href="X"></script>',
  '<foreignObject><body><meta http-equiv="refresh" content="0;url=X"/></body></foreignObject>',
  '<foreignObject width="9" height="9"><iframe src="X"></iframe></foreignObject>',
  '</svg><meta http-equiv="refresh" content="0;url=X"><svg>',
  '</svg><base href="X"><svg>',
  '</svg><iframe src="X"></iframe><svg>',
  '</svg><form action="X"><input autofocus></form><svg>',
  '</svg><link rel="stylesheet" href="X"><svg>',
  '<a href="X"><rect width="900" height="900"/></a>',
  '<a xlink:href="X"><rect width="900" height="900"/></a>',
  '<use href="X#a"/>',
  '<image href="X/a.png" width="9" height="9"/>',
  '<image xlink:href="X/a.png"/>',
  '<feImage href="X/a.png"/>',
  '<style>@import url(X);</style>',
  '<style>rect { fill: url(X) }</style>',
  '<rect style="fill:url(X)"/>',
  '<rect fill="url(X)"/>',
  '<rect fill="URL(\'X#a\')"/>',
  '<rect fill="u\\72l(X)"/>',
  '<rect fill="url(&#35;a)url(X)"/>',
  '<rect onload="location=\'X\'"/>',
  '<rect onclick="location=\'X\'" width="900" height="900"/>',
  '<rect/onload="location=\'X\'"/>',
  '<animate attributeName="href" values="X"/>',
  '<set attributeName="href" to="X"/>',
  '<rect clip-path="url(X#a)"/>',
  '<rect filter="url(X#a)"/>',
  '<rect mask="url(X#a)"/>',
  '<path marker-end="url(X#a)" d="M0 0"/>',
  '<text><![CDATA[</text></svg><meta http-equiv="refresh" content="0;url=X">]]></text>',
  '<!--><meta http-equiv="refresh" content="0;url=X">-->',
  '<?xml-stylesheet href="X"?>',
  '<!DOCTYPE svg [<!ENTITY x SYSTEM "X">]>',
  "<rect fill='url(X)'/>",
  '<rect fill=url(X) />',
  '<rect fill="red" fill="url(X)"/>',
  '<title><meta http-equiv="refresh" content="0;url=X"></title>',
  '<desc><img src="X" onerror="location=\'X\'"></desc>',
  '<rect\u0000onload="location=\'X\'"/>',
  '<g><g></svg><meta http-equiv="refresh" content="0;url=X"></g></g>',
  '<handler type="text/javascript">location="X"</handler>',
  '<switch><foreignObject/></switch>',
  '<math><mtext><img src="X"></mtext></math>',
  '<template><script>location="X"</script></template>',
  '<rect tabindex="0" autofocus="" onfocus="location=\'X\'"/>',
  '<video src="X" autoplay=""/>',
].map((one) => one.replaceAll('X', address));

const drawn = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9">${inside}</svg>`;

const executablePath = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));

describe('a drawing that carries something away', () => {
  const offered: string[] = [];
  let page: string;
  let plain: string;

  beforeAll(async () => {
    plain = await renderHtml(demo, { clearance: cleared, memory });
    let next = 0;
    const rounds: string[] = [];
    // Each round offers other drawings, until every one was offered somewhere.
    while (next < hidden.length)
      rounds.push(
        await renderHtml(demo, {
          clearance: cleared,
          memory: {
            read: () => {
              const one = hidden[next % hidden.length] ?? '';
              next += 1;
              offered.push(one);
              // One after another a drawing of its own, what follows one, and what stands before one.
              return next % 3 === 0 ? `${drawn('')}${one}` : next % 7 === 0 ? one : drawn(one);
            },
            remember: () => undefined,
          },
        }),
      );
    expect(new Set(rounds)).toEqual(new Set([plain]));
    page = rounds[0] ?? '';
  });

  test('is drawn anew, whatever was kept', () => {
    const count = {
      tried: new Set(offered).size,
      held: page === plain && !page.includes(address) ? new Set(offered).size : 0,
    };
    expect(count).toEqual(stated('a kept drawing holds a script, a link, a refresh or a picture'));
  });

  test('and one whose shapes are plain is used as it is', async () => {
    const one = drawn('<rect fill="#123456" width="9" height="9"/><text>a &amp; b</text>');
    const html = await renderHtml(demo, {
      clearance: cleared,
      memory: { read: () => one, remember: () => undefined },
    });
    expect(html).toContain(one);
  });

  const words = [
    `<meta http-equiv="refresh" content="0;url=${address}">`,
    `"><meta http-equiv=refresh content="0;url=${address}">`,
    `</title><meta http-equiv="refresh" content="0;url=${address}">`,
    `</style><script>location="${address}"</script>`,
    `--><script>location="${address}"</script>`,
    `<svg onload="location='${address}'">`,
    `<base href="${address}">`,
    `<form action="${address}"><button autofocus>`,
  ];

  test.runIf(executablePath)(
    'and words that would: Chromium stays and asks for nothing',
    async () => {
      const browser = await chromium.launch({
        executablePath: executablePath ?? '',
        args: ['--no-sandbox'],
      });
      const count = { tried: 0, held: 0 };
      try {
        for (const [at, word] of words.entries()) {
          const text = { nl: word, fr: word, de: word, en: word };
          const html = await renderHtml({ ...demo, title: text }, { clearance: cleared, memory });
          const path = join(place, `evil-${at}.html`);
          writeFileSync(path, html);
          const opened = await browser.newPage();
          const asked: string[] = [];
          opened.on('request', (request) => {
            if (!request.url().startsWith(`file://${path}`)) asked.push(request.url());
          });
          await opened.goto(`file://${path}`);
          await opened.waitForTimeout(300);
          const metas = await opened.locator('meta[http-equiv]').count();
          const scripts = await opened.locator('script').count();
          const isHeld =
            asked.length === 0 &&
            opened.url() === `file://${path}` &&
            metas === 1 &&
            scripts === 1 &&
            (await opened.locator('base, form, iframe, svg[onload]').count()) === 0;
          count.tried += 1;
          if (isHeld) count.held += 1;
          expect([word, asked, metas, scripts, isHeld]).toEqual([word, [], 1, 1, true]);
          await opened.close();
        }
      } finally {
        await browser.close();
      }
      expect(count).toEqual(stated('the words of a report hold a refresh, a script or a form'));
    },
  );

  test('an address that is no page of the web is no link', async () => {
    const urls = [
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'data:text/html,<script>',
      'vbscript:x',
    ];
    for (const url of urls) {
      const text = JSON.stringify({ page: await withAddress(url) });
      expect(text).not.toMatch(/href=\\"\s*(javascript|data|vbscript):/i);
    }
  });
});

/** The demonstration with another address behind its first figure that has one. */
async function withAddress(url: string): Promise<string> {
  const changed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(changed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inside]) => [
        key,
        key === 'url' && typeof inside === 'string' ? url : changed(inside),
      ]),
    );
  };
  return renderHtml(changed(demo) as typeof demo, { clearance: cleared, memory });
}
