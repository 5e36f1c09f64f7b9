/** What the runner shares with the thread that looks after it. */
export type Watched = Readonly<{
  ledgerFile: string
  /** The mutant that is awake, or NONE. */
  awake: Int32Array<SharedArrayBuffer>
  /** Rises with each test that is begun. */
  begun: Int32Array<SharedArrayBuffer>
}>

export const NONE = -1
