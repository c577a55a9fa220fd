/**
 * A Content-Disposition that saves under a name of any script: RFC 6266 with RFC 5987, and a plain name for old readers.
 * Nothing of the name can end the header or its quotes.
 */
export function attachmentNamed(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9._-]/g, '_');
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
