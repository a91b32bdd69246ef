import type { Block, ListBlock } from '@samenbeeld/page';
import type { Text } from '@samenbeeld/schema';

/** Running words. */
export function paragraphBlock(text: Text): Block {
  return { kind: 'paragraph', text };
}

/** A heading within a chapter. */
export function headingBlock(text: Text): Block {
  return { kind: 'heading', text };
}

/** A list of sentences. */
export function listBlock(items: readonly Text[]): ListBlock {
  return { kind: 'list', items: items.map((text) => ({ text })) };
}
