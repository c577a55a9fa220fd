import { setImmediate as turn } from 'node:timers/promises';
import { Archive } from './archive.js';
import { inspectFields } from './office-fields.js';
import { inspectRelations } from './office-relations.js';
import { xmlText } from './office-xml.js';
import { active, doubtful } from './refused.js';

type OfficeKind = 'docx' | 'xlsx' | 'pptx';

/** The content type of the main part of each kind: those with macros and the templates have others. */
const mainTypes: Readonly<Record<OfficeKind, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
};

/** Parts and content types that run, load or hide something. */
const activeParts =
  /vba|macro|activex|oleobject|ole2|externallink|customui|attachedtoolbars|webextension|\.(bin|exe|dll|js|vbs|hta|html?|mht|rtf|swf|jar|lnk|cmd|bat|ps1)$/i;
const harmlessBinary = /(printersettings\d*|\/thumbnail)\.bin$/i;
const activeTypes =
  /macroEnabled|vbaProject|activeX|oleObject|externalLink|template\.main|text\/html|application\/(x-)?(java|rtf|msword)|webextension|keyMapCustomizations|attachedToolbars/i;

/** A document within a document within a document is a way of hiding one. */
const deepest = 2;

/**
 * Refuses an office file that runs, fetches or carries anything: macros, OLE and ActiveX, links to templates and other
 * files, DDE. A workbook behind a chart is looked into by the same rules.
 * @throws Problem `evidence.active`, `evidence.doubtful`
 */
export async function inspectOffice(content: Buffer, kind: OfficeKind, depth = 0): Promise<void> {
  if (depth > deepest) throw active('embeddings');
  const archive = new Archive(content);
  const types = archive.read('[Content_Types].xml');
  if (!types) throw doubtful('[Content_Types].xml');
  const declared = xmlText(types, '[Content_Types].xml');
  if (!declared.includes(mainTypes[kind])) throw doubtful(kind);
  const found = activeTypes.exec(declared)?.[0];
  if (found) throw active(found);
  for (const name of archive.names) {
    await inspectPart(archive, name, kind, depth);
    await turn(); // a large file may take its time, but not everybody else's
  }
}

async function inspectPart(archive: Archive, name: string, kind: OfficeKind, depth: number): Promise<void> {
  if (activeParts.test(name) && !harmlessBinary.test(name)) throw active(name);
  const part = archive.read(name); // read whatever it is: what lies about its size or sum is refused
  if (!part) throw doubtful(name);
  const inner = /\.(docx|xlsx|pptx)$/i.exec(name)?.[1]?.toLowerCase() as OfficeKind | undefined;
  if (inner) await inspectOffice(part, inner, depth + 1);
  else if (/embeddings\//i.test(name)) throw active(name);
  else if (part.subarray(0, 8).equals(compoundFile)) throw active('OLE');
  else if (/\.rels$/i.test(name)) inspectRelations(xmlText(part, name), name);
  else if (/\.(xml|vml)$/i.test(name)) inspectFields(xmlText(part, name), kind);
}

/** What every OLE file begins with. */
const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex');
