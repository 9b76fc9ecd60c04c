import { may } from '../../domain/firms/permissions.ts';
import type { Asset } from '../../domain/it/assets/asset.ts';
import type { Article } from '../../domain/it/knowledge/article.ts';
import type { Licence } from '../../domain/it/licences/licence.ts';
import type { SearchDoc } from '../../domain/records/search/search-doc.ts';
import { stored } from '../platform/table/own-item.ts';
import type { Item } from '../platform/table/port.ts';
import type { Searchables } from '../records/search/searchable.ts';
import { assetsKeys } from './assets/keys.ts';
import { mayRead } from './knowledge/article-items.ts';
import { knowledgeKeys } from './knowledge/keys.ts';
import { licencesKeys } from './licences/keys.ts';

const each = (items: readonly (Item | undefined)[], doc: (item: Item) => SearchDoc | undefined): readonly (SearchDoc | undefined)[] =>
  items.map((item) => item && doc(item));

/** How assets, licences and articles are found. An asset that is gone, and an article that is archived, are no longer. */
export const itSearchables: Searchables = {
  asset: {
    by: 'events',
    entity: 'asset',
    load: async ({ table }, ids) => each(await table.batchGet(ids.map((asset) => assetsKeys.asset({ asset }))), assetDoc),
  },
  licence: {
    by: 'events',
    entity: 'licence',
    load: async ({ table }, ids) => each(await table.batchGet(ids.map((licence) => licencesKeys.licence({ licence }))), licenceDoc),
  },
  article: {
    by: 'events',
    entity: 'article',
    async load({ table, caller }, ids) {
      const writes = caller === undefined || may(caller.role, 'knowledge.write');
      return each(await table.batchGet(ids.map((article) => knowledgeKeys.article({ article }))), (item) => {
        const article = stored<Article>(item);
        return article.state === 'archived' || !mayRead(article, writes) ? undefined : articleDoc(article);
      });
    },
  },
};

function assetDoc(item: Item): SearchDoc | undefined {
  const { id, name, tag, serial, model, location, notes, custodian, purchase, seen, state } = stored<Asset>(item);
  if (state === 'retired' || state === 'lost') return undefined;
  return {
    id,
    title: name,
    subtitle: [tag, serial, model].filter((text) => text !== undefined).join(' · '),
    names: [name],
    numbers: [tag, serial],
    contacts: [custodian?.name, purchase?.supplier],
    texts: [model, location, notes, seen?.hostName, purchase?.invoice],
    ...(purchase?.on !== undefined && { on: purchase.on }),
  };
}

function licenceDoc(item: Item): SearchDoc {
  const { id, product, vendor, notes, terms } = stored<Licence>(item);
  const endsOn = terms.at(-1)?.endsOn;
  return {
    id,
    title: product,
    ...(vendor !== undefined && { subtitle: vendor }),
    names: [product],
    contacts: [vendor],
    texts: [notes],
    ...(endsOn !== undefined && { on: endsOn }),
  };
}

function articleDoc({ id, wordings: { en, ar }, tags, updatedAt }: Article): SearchDoc {
  const either = en?.title ?? ar?.title ?? '';
  return {
    id,
    title: { en: en?.title ?? either, ar: ar?.title ?? either },
    texts: [...tags, en?.body, ar?.body],
    on: updatedAt.slice(0, 10),
  };
}
