import { type PoolClient, Query } from 'pg'

/** What the driver's connection can do besides, and its types leave out. */
type CopyConnection = Readonly<{ sendCopyFromChunk(rows: Buffer): void; endCopyFrom(): void }>

/** The driver asks a query for the rows of a `copy from stdin`, and has none that gives them. */
class CopyQuery extends Query {
  readonly #rows: Uint8Array

  constructor(text: string, rows: Uint8Array, done: (error: Error | undefined) => void) {
    super(text, undefined, done)
    this.#rows = rows
  }

  handleCopyInResponse(connection: CopyConnection): void {
    const { buffer, byteOffset, byteLength } = this.#rows
    connection.sendCopyFromChunk(Buffer.from(buffer, byteOffset, byteLength))
    connection.endCopyFrom()
  }
}

export function copyFromStdin(client: PoolClient, target: string, rows: Uint8Array): Promise<void> {
  const text = `copy ${target} from stdin (format binary)`
  return new Promise((resolve, reject) => {
    client.query(new CopyQuery(text, rows, (error) => (error ? reject(error) : resolve())))
  })
}
