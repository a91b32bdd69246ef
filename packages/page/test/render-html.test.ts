import { createHash } from 'node:crypto';
import { type Document, renderHtml, sameText } from '@samenbeeld/page';
import { languages, publicHandling, typeset } from '@samenbeeld/schema';
import { clearance } from '@samenbeeld/store';
import { beforeAll, describe, expect, test } from 'vitest';
import { demo, open } from './demo.ts';

let html = '';
beforeAll(async () => {
  html = await renderHtml(demo, { clearance: open });
});

/** Every text of a document in one language; figures and charts are left to their own tests. */
function textsOf(value: unknown, language: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const words = (value as Record<string, unknown>)[language];
  if (typeof words === 'string') return [words];
  return Object.values(value).flatMap((inner) => textsOf(inner, language));
}

const plain = (words: string) =>
  words
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll('\u00a0', ' ');

describe('renderHtml', () => {
  test('a frame of cooperation stands with a finding where it tells it from its neighbours, else once above them', async () => {
    const findings = demo.front.filter((block) => block.kind === 'finding');
    const order = async (framed: (at: number) => boolean): Promise<readonly string[]> => {
      const front = findings.map((one, at) =>
        framed(at) ? { ...one, programmes: ['EMPACT'] } : one,
      );
      const page = await renderHtml({ ...demo, front, sections: [] }, { clearance: open });
      const english = page.slice(page.indexOf('id="en" lang="en"'));
      return [...english.matchAll(/Frame of cooperation(?=: )|<ol(?= class="findings")/gu)].map(
        String,
      );
    };
    expect(findings.length).toBeGreaterThan(1);
    expect(await order(() => true)).toEqual(['Frame of cooperation', '<ol']);
    expect(await order((at) => at === 0)).toEqual(['<ol', 'Frame of cooperation']);
    expect(await order(() => false)).toEqual(['<ol']);
  });

  test('a note of several tables stands once in a chapter, and again in the next', async () => {
    const words = sameText('Reported: what the places give.');
    const table = {
      kind: 'table' as const,
      caption: sameText('Table'),
      columns: [
        { label: sameText('year'), kind: 'label' as const },
        { label: sameText('place'), kind: 'words' as const },
      ],
      rows: [[{ shown: sameText('2022') }, { shown: sameText('Terneuzen and Vlissingen') }]],
      notes: [words],
    };
    const chapter = (id: string) => ({ id, title: sameText(id), blocks: [table, table] });
    const page = await renderHtml(
      { ...demo, front: [], sections: [chapter('one'), chapter('two')] },
      { clearance: open },
    );
    const english = page.slice(page.indexOf('id="en" lang="en"'));
    expect(english.split(words.en)).toHaveLength(3);
    // A year needs no room: it leaves it to the words beside it.
    expect(english).toContain('<th scope="row" class="label short">2022</th>');
  });

  test('numbers the findings of a report through, whichever question they answer', () => {
    expect(html.split('counter-reset: finding;')).toHaveLength(2);
    expect(html).toContain('.edition { counter-reset: finding; }');
  });

  test('holds every text in every language', () => {
    for (const language of languages) {
      const start = html.indexOf(`id="${language}" lang="${language}"`);
      expect(start).toBeGreaterThan(0);
      const blanks = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
      const page = blanks(plain(html.slice(start)));
      for (const text of textsOf(demo, language))
        for (const part of text.split(/\{\w+\}/))
          expect([part, page.includes(blanks(typeset(part, language)))]).toEqual([part, true]);
    }
  });

  test('loads nothing: addresses are only cited', () => {
    const loads = html.match(/\b(?:src|srcset|action|data|poster|xlink:href)="?(?!data:)https?:/g);
    expect(loads).toBeNull();
    expect(html.match(/<link|@import|url\((?!#)|fetch\(|XMLHttpRequest|<iframe|<base/g)).toBeNull();
    const cited = html.match(/href="https?:[^"]*" rel="noreferrer"/g)?.length ?? 0;
    expect(cited).toBe(html.match(/href="https?:/g)?.length);
  });

  test('forbids by policy what is not in it', () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
    const hash = (text: string) => createHash('sha256').update(text).digest('base64');
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`style-src 'sha256-${hash(style)}'`);
    expect(policy).toContain(`script-src 'sha256-${hash(script)}'`);
    expect(policy).not.toContain('unsafe');
    expect(html.match(/<[a-z][^>]*\sstyle="/g)).toBeNull();
    expect(html.match(/<[a-z][^>]*\son[a-z]+="/g)).toBeNull();
  });

  test('has no id twice', () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(100);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('is the same each time', async () => {
    expect((await renderHtml(demo, { clearance: open })) === html).toBe(true);
  });

  test('escapes what it is given', async () => {
    const evil = '<img src=x onerror=alert(1)>"\'</style></script>';
    const text = { nl: evil, fr: evil, de: evil, en: evil };
    const bad: Document = {
      ...demo,
      title: text,
      front: [
        {
          kind: 'table',
          caption: text,
          columns: [{ label: text, kind: 'label' }],
          rows: [[{ shown: text }]],
        },
      ],
      sections: [],
    };
    const page = await renderHtml(bad, { clearance: open });
    expect(page.includes('<img')).toBe(false);
    expect(page.match(/<\/style>/g)?.length).toBe(1);
    expect(page.match(/<\/script>/g)?.length).toBe(1);
  });

  test('shows the banner in each language, and EXERCISE where it is one', async () => {
    const words = plain(html);
    for (const language of languages) {
      const banner = open.banner[language].replaceAll('\u00a0', ' ');
      expect([banner, words.includes(banner)]).toEqual([banner, true]);
    }
    const synthetic = clearance(publicHandling, 'public', { synthetic: true });
    const page = await renderHtml({ ...demo, exercise: true }, { clearance: synthetic });
    for (const word of ['OEFENING', 'EXERCICE', 'ÜBUNG', 'EXERCISE'])
      expect([word, page.includes(`<p class="exercise">${word}`)]).toEqual([word, true]);
  });

  test('starts in the language that is asked for', async () => {
    const page = await renderHtml(demo, { clearance: open, language: 'de' });
    expect(page.startsWith('<!doctype html>\n<html lang="de">')).toBe(true);
    expect(/<div class="edition" id="nl"[^>]* hidden>/.test(page)).toBe(true);
    expect(/<div class="edition" id="de"[^>]* hidden>/.test(page)).toBe(false);
  });
});
