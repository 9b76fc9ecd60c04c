import { keyTable } from '../../platform/table/key-table.ts';

/** The keys of assets and consumables, each by the question it answers. */
export const assetsKeys = keyTable({
  asset: { asks: 'One asset', pk: 'ASSET#{asset}', sk: 'ASSET' },
  assets: { asks: 'All assets, by tag', pk: 'ASSETS', sk: '{tag}', index: 'gsi1' },
  assetTag: { asks: 'Which asset has a tag?', pk: 'ASSET-TAGS', sk: '{tag}' },
  assetSerial: { asks: 'Which asset has a serial number?', pk: 'ASSET-SERIALS', sk: '{serial}' },
  tagCounter: { asks: 'Which number of a tag was taken last?', pk: 'ASSET-TAG-COUNTER', sk: 'COUNTER' },
  custody: { asks: 'What is in the custody of somebody?', pk: 'CUSTODY#{holder}', sk: '{asset}' },
  handOver: { asks: 'One hand-over or return', pk: 'HAND-OVER#{handOver}', sk: 'HAND-OVER' },
  handOvers: { asks: 'Hand-overs and returns, newest first', pk: 'HAND-OVERS', sk: '{handOver}', index: 'gsi1' },
  handOverOf: { asks: 'Through whose hands did an asset go?', pk: 'ASSET#{asset}', sk: 'HAND-OVER#{handOver}' },
  toAccept: { asks: 'What waits for somebody to accept it?', pk: 'TO-ACCEPT#{holder}', sk: '{handOver}' },
  consumable: { asks: 'One consumable', pk: 'CONSUMABLE#{consumable}', sk: 'CONSUMABLE' },
  stock: { asks: 'How much of a consumable is there?', pk: 'CONSUMABLE#{consumable}', sk: 'STOCK' },
  stockMove: { asks: 'Who took or brought how much of a consumable?', pk: 'CONSUMABLE#{consumable}', sk: 'MOVE#{move}' },
  consumables: { asks: 'All consumables, by name', pk: 'CONSUMABLES', sk: '{name}' },
  discovery: { asks: 'Which files of discovered devices came, and how far are they?', pk: 'DISCOVERIES', sk: '{discovery}' },
});
