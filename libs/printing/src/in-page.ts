/** What runs inside the browser. Each function is sent as its own source text: it must not use anything around it. */

interface Face {
  readonly family: string;
  load(): Promise<unknown>;
}
interface Element {
  readonly textContent: string;
  replaceWith(other: unknown): void;
  querySelectorAll(selector: string): Iterable<Element>;
}
/** What the page is like once it is ready to print. */
export interface FilledPage {
  /** Families of embedded fonts that cannot be read. */
  readonly brokenFonts: string[];
  /** Texts of the headings that go into the outline. */
  readonly headings: string[];
}
declare const document: object;
declare const Document: { readonly prototype: object };
declare const DOMParser: new () => { parseFromString(text: string, type: 'text/html'): object };

/**
 * Puts the title and body in `contents` (null: leave the document as it is) in place of the present ones, sets
 * `title` unless null, and waits for every embedded font, also those that only print uses.
 *
 * Properties are read from `Document.prototype`: an element named `body` or `fonts` would otherwise answer for
 * `document.body`, and leave the previous document's text on the page.
 */
export async function fillPage(contents: string | null, title: string | null): Promise<FilledPage> {
  const read = (from: object, name: string): unknown => Reflect.get(Document.prototype, name, from);
  if (contents !== null) {
    const parsed = new DOMParser().parseFromString(contents, 'text/html');
    (read(document, 'body') as Element).replaceWith(read(parsed, 'body'));
    Reflect.set(Document.prototype, 'title', read(parsed, 'title'), document);
  }
  if (title !== null) Reflect.set(Document.prototype, 'title', title, document);
  const faces = [...(read(document, 'fonts') as Iterable<Face>)];
  const loads = await Promise.allSettled(faces.map((face) => face.load()));
  const headings = (read(document, 'body') as Element).querySelectorAll('h1, h2, h3, h4, h5, h6');
  return {
    brokenFonts: faces.filter((_, i) => loads[i]?.status === 'rejected').map((face) => face.family),
    headings: [...headings].map((heading) => heading.textContent.replace(/\s+/g, ' ').trim()),
  };
}
