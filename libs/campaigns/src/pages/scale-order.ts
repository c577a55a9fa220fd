import type { Item, Option, Scale } from '#instruments';
import type { CampaignRules } from '../document/campaign.js';

/** The options of a scale in the order they are shown: the same in every language, whatever earns points. */
export function optionsInOrder(
  { options }: Pick<Scale, 'options'>,
  order: CampaignRules['scaleOrder'],
): readonly Option[] {
  return order === 'bestFirst' ? options.toReversed() : options;
}

/** How many faces or stars an option stands for, as a part of all: 0 the worst to 1 the best. */
export function moodOf({ options }: Pick<Scale, 'options'>, code: string): number {
  return options.findIndex((option) => option.code === code) / Math.max(1, options.length - 1);
}

/** The items whose options come from a scale. */
export function scaleOf(
  item: Extract<Item, { type: 'scale' | 'matrix' }>,
  scales: readonly Scale[],
): Scale | undefined {
  return scales.find(({ code }) => code === item.scale);
}
