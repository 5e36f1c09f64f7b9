/** What a list is filtered by: pieces of a statement from the code, and values from outside that stay values. */
export class Conditions {
  readonly values: string[] = []
  readonly #pieces: string[] = ['true']

  get text(): string {
    return this.#pieces.join(' and ')
  }

  /** Where the value stands in the statement. */
  value(value: string): string {
    this.values.push(value)
    return `$${this.values.length}::text`
  }

  plain(piece: string): void {
    this.#pieces.push(piece)
  }

  /** Names as JSON; nothing where nobody asks for any. */
  add(names: readonly string[] | undefined, piece: (value: string) => string): void {
    if (names !== undefined) this.plain(piece(this.value(JSON.stringify(names))))
  }

  oneOf(column: string, names: readonly string[] | undefined): void {
    this.add(names, (value) => `${column} in (select jsonb_array_elements_text(${value}::jsonb))`)
  }

  /** At or after, and before. */
  span(column: string, from: string | undefined, to: string | undefined): void {
    if (from !== undefined) this.plain(`${column} >= ${this.value(from)}::timestamptz`)
    if (to !== undefined) this.plain(`${column} < ${this.value(to)}::timestamptz`)
  }
}
