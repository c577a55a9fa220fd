import { z } from 'zod';

/** A JSON Schema, draft 2020-12. */
export type PublishedSchema = Readonly<Record<string, unknown>>;

/**
 * The JSON Schema (draft 2020-12) by which editors and other systems know documents of one kind, as they are written: what has
 * a default may be left out. It tells the shape alone, not whether a document means something.
 * @param name what documents of this kind have as their `schema`, such as `nujoom.scheme/1`; the address is made of it and stays
 */
export function publishedSchema(name: string, documents: z.ZodType): PublishedSchema {
  const address = name.replace('nujoom.', '').replace('/', '-');
  return {
    $id: `https://nujoom.invalid/schema/${address}.json`,
    title: name,
    ...z.toJSONSchema(documents, { io: 'input' }),
  };
}
