import { attributesIn, tagsNamed } from './office-xml.js';
import { active, doubtful } from './refused.js';

/** What a part may not be related to, by the last word of the relation's type. */
const activeRelations =
  /(oleobject|vbaproject|wordvbadata|activexcontrol|activexcontrolbinary|control|attachedtemplate|externallink|externallinkpath|subdocument|frame|afchunk|package\w*macro|customui|extensibility|webextension\w*|attachedtoolbars|keymapcustomizations|recipientdata|mailmergesource|mailmergeheadersource)$/i;

/**
 * Refuses relations that load or run something. Of what lies outside of the file only links to web and mail addresses
 * are left: they wait until somebody follows them.
 * @throws Problem `evidence.active`, `evidence.doubtful`
 */
export function inspectRelations(xml: string, name: string): void {
  const tags = tagsNamed(xml, 'Relationship');
  if (tags.length !== (xml.match(/<(?:[\w.-]+:)?Relationship\b/g) ?? []).length) throw doubtful(name);
  for (const tag of tags) {
    const attributes = attributesIn(tag);
    const type = (attributes.get('Type') ?? '').trim();
    const target = (attributes.get('Target') ?? '').trim();
    const kind = type.replace(/^.*\//, '');
    if (activeRelations.test(kind)) throw active(kind);
    const outside =
      attributes.get('TargetMode')?.trim().toLowerCase() === 'external' || /^[a-z][a-z\d+.-]*:|^[\\/]{2}/i.test(target);
    const isLink = kind.toLowerCase() === 'hyperlink' && /^(https?:\/\/|mailto:|#)/i.test(target);
    if (outside && !isLink) throw active(`${kind} ${target}`.slice(0, 100));
  }
}
