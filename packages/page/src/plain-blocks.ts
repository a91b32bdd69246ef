import { inEach, type Language, ownValue, type Text } from '@samenbeeld/schema';
import type { Block, Figure, ListItem, Words } from './document.ts';
import { notAddedTable } from './not-added-table.ts';

/** Words with each `{name}` as its figure says it. */
function filled({ text, figures }: Words): Text {
  return inEach((language) =>
    text[language].replace(
      /\{(\w+)\}/gu,
      (whole, name: string) => ownValue(figures ?? {}, name)?.shown[language] ?? whole,
    ),
  );
}

const itemData = ({ under, ...item }: ListItem): unknown =>
  under ? { text: filled(item), under: under.map(itemData) } : filled(item);

const figureData = ({ shown, value, mark, note, url, why, language }: Figure) => ({
  shown,
  ...(language !== undefined && { language }),
  ...(value !== undefined && { value }),
  ...(mark !== undefined && { mark }),
  ...(note !== undefined && { note }),
  ...(url !== undefined && { url }),
  ...(why !== undefined && { why: why.key }),
});

/** Blocks as plain data for machines: words in four languages, drawings by the numbers behind them in one. */
export function plainBlocks(blocks: readonly Block[], language: Language): readonly unknown[] {
  return blocks.map((block) => plainBlock(block, language));
}

function plainBlock(block: Block, language: Language): unknown {
  switch (block.kind) {
    case 'heading':
      return block;
    case 'paragraph':
      return { kind: block.kind, text: filled(block) };
    case 'list':
      return { kind: block.kind, items: block.items.map(itemData) };
    case 'finding': {
      const { kind, title, confidence, basis, programmes } = block;
      return {
        ...{ kind, title, text: filled(block), confidence },
        ...(basis && { basis }),
        ...(programmes && { programmes }),
      };
    }
    case 'figure':
      return { ...block, figure: figureData(block.figure) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(figureData)) };
    case 'not-added':
      return plainBlock(notAddedTable(block), language);
    case 'chart':
    case 'map': {
      const { title, caption, table } = block.draw({ language });
      return { kind: block.kind, title, caption, table };
    }
    case 'box':
      return { ...block, blocks: plainBlocks(block.blocks, language) };
  }
}
