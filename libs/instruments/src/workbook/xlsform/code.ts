/** The code of what an XLSForm calls so: in small letters, with underscores for hyphens and dots. */
export function codeIn(name: string): string {
  return name.toLowerCase().replace(/[-.]/g, '_');
}
