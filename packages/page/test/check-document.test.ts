import { type Document, renderHtml, sameText } from '@samenbeeld/page';
import { publicHandling } from '@samenbeeld/schema';
import { clearance } from '@samenbeeld/store';
import { describe, expect, test } from 'vitest';
import { open } from './demo.ts';

const empty: Document = {
  title: sameText('t'),
  question: sameText('q'),
  exercise: false,
  facts: [],
  front: [],
  sections: [],
};

const render = (document: Document) => renderHtml(document, { clearance: open });

describe('a document is refused', () => {
  test('where a text lacks a language', async () => {
    const title = { nl: 'a', fr: '', de: 'c', en: 'd' };
    await expect(
      render({ ...empty, sections: [{ id: 'a', title, blocks: [] }] }),
    ).rejects.toThrowErrorMatchingInlineSnapshot(
      `[UsageError: document.sections.0.title has no words in fr; every text needs nl, fr, de and en]`,
    );
  });

  test('where two sections have one id, or an id is no anchor', async () => {
    const section = { id: 'a', title: sameText('x'), blocks: [] };
    await expect(
      render({ ...empty, sections: [section, section] }),
    ).rejects.toThrowErrorMatchingInlineSnapshot(`[UsageError: two sections have the id "a"]`);
    await expect(
      render({ ...empty, sections: [{ ...section, id: 'A b' }] }),
    ).rejects.toThrowErrorMatchingInlineSnapshot(
      `[UsageError: section id "A b" must be lower-case letters, digits and hyphens]`,
    );
  });

  test('where words name a figure they do not have', async () => {
    await expect(
      render({ ...empty, front: [{ kind: 'paragraph', text: sameText('a {b}') }] }),
    ).rejects.toThrowErrorMatchingInlineSnapshot(
      `[UsageError: the words name a figure {b} that they do not have]`,
    );
  });

  test('where exercise and clearance disagree', async () => {
    await expect(render({ ...empty, exercise: true })).rejects.toThrowErrorMatchingInlineSnapshot(
      `[UsageError: the document is an exercise but its clearance is not: call clearance with \`synthetic: true\`]`,
    );
    const synthetic = clearance(publicHandling, 'public', { synthetic: true });
    await expect(
      renderHtml(empty, { clearance: synthetic }),
    ).rejects.toThrowErrorMatchingInlineSnapshot(
      `[UsageError: the clearance is for synthetic data: set \`exercise: true\` on the document]`,
    );
  });
});
