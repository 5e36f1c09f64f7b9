/** As it is to be read, whatever a wiki would make of it: emphasis, links, tags, the border of a cell. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_[\]|~]/g, (sign) => `\\${sign}`)
    .replaceAll(/[\r\n\t ]+/g, ' ')
}

/** `text` is Markdown already. What would end the address or the cell is written by its code. */
export function markdownLink(text: string, address: string): string {
  const safe = address.replaceAll(/[\s()<>|\\]/g, (sign) =>
    encodeURIComponent(sign).replace(/^[()]$/, escaped),
  )
  return `[${text}](${safe})`
}

const escaped = (sign: string) => (sign === '(' ? '%28' : '%29')

type MarkdownColumn = Readonly<{ header: string; align?: 'start' | 'end' | undefined }>

/** A table of GitHub's Markdown. `rows` are Markdown already, a cell each. */
export function markdownTable(
  columns: readonly MarkdownColumn[],
  rows: readonly (readonly string[])[],
): string {
  const head = columns.map(({ header }) => escapeMarkdown(header))
  const rule = columns.map(({ align }) => (align === 'end' ? '---:' : '---'))
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('')
}
