import { createInterface } from 'node:readline/promises'

/** What a command is started with and speaks to. Tests have one of their own, and need no process for each command. */
export type Terminal = Readonly<{
  environment: Readonly<Record<string, string | undefined>>
  /** As it is, without a line break of its own. */
  write: (text: string) => void
  say: (text: string) => void
  complain: (text: string) => void
  /** Null where nobody is there to answer. */
  ask: ((question: string) => Promise<string>) | null
}>

export const ownTerminal: Terminal = {
  environment: process.env,
  write: (text) => void process.stdout.write(text),
  say: (text) => console.log(text),
  complain: (text) => console.error(text),
  ask: process.stdin.isTTY ? askHere : null,
}

async function askHere(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await lines.question(question)
  lines.close()
  return answer
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
