/** Words of a report: plain, or leading somewhere. */
export type Run = string | Readonly<{ text: string; href: string }>
export type Words = readonly Run[]

export type Block =
  | Readonly<{ kind: 'heading'; text: string }>
  | Readonly<{ kind: 'paragraph'; words: Words }>
  | Readonly<{ kind: 'list'; items: readonly Words[] }>
  | ReportTable

export type ReportTable = Readonly<{
  kind: 'table'
  header: readonly string[]
  /** Those of the header above figures, which stand at the end of their column. */
  figures?: readonly string[]
  rows: readonly (readonly Words[])[]
}>

/** What is sent around, before it is Markdown, HTML or on the screen. */
export type Report = Readonly<{ title: string; blocks: readonly Block[] }>

export function isFigure({ header, figures = [] }: ReportTable, column: number): boolean {
  const name = header[column]
  return name !== undefined && figures.includes(name)
}
