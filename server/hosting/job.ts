/** Work in the background that begins with the server and ends before its store is closed. */
export type Job = Readonly<{
  name: string
  start(): void
  /** Resolves when nothing of it runs any more. */
  stop(): Promise<void>
}>
