import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { Instrumenter } from '@stryker-mutator/instrumenter'

/** Where the mutated copy lives. */
export const MUTATED = '.cache/mutation'

export type Mutant = Readonly<{
  id: string
  fileName: string
  line: number
  mutator: string
  replacement: string
}>

type Log = ConstructorParameters<typeof Instrumenter>[0]

const asksForNothing: Log = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => true,
  isFatalEnabled: () => true,
  trace: () => {},
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: console.error,
  fatal: console.error,
}

/** Copies the domain with all of its mutants in it, each asleep until the runner wakes it. */
export async function instrument(fileNames: readonly string[]): Promise<readonly Mutant[]> {
  rmSync(MUTATED, { recursive: true, force: true })
  mkdirSync(join(MUTATED, 'src'), { recursive: true })
  cpSync('src/domain', join(MUTATED, 'src/domain'), { recursive: true })
  for (const name of ['package.json', 'tsconfig.json']) cpSync(name, join(MUTATED, name))
  symlinkSync(resolve('node_modules'), join(MUTATED, 'node_modules'))

  const sources = fileNames.map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') }))
  const { files, mutants } = await new Instrumenter(asksForNothing).instrument(sources, {
    plugins: null,
    excludedMutations: [],
    ignorers: [],
    noHeader: false,
  })
  for (const { name, content } of files) writeFileSync(join(MUTATED, name), content)
  return mutants.map(({ id, fileName, location, mutatorName, replacement }) => ({
    id,
    fileName,
    line: location.start.line + 1,
    mutator: mutatorName,
    replacement,
  }))
}
