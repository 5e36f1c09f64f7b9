/** What another tool wrote, as a database keeps it and a screen shows it on one line: worth having in part. */
export function plainLine(text: string, mostCharacters: number): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cs}]+/gu, ' ')
    .trim()
    .slice(0, mostCharacters)
    .toWellFormed()
}
