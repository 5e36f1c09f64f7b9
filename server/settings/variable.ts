import * as z from 'zod/mini'

export type Environment = Readonly<Record<string, string | undefined>>

/**
 * An environment variable that overrides a field of the file. A secret's field holds not its value but the variable's name,
 * so that no secret ever stands among the settings.
 */
export type Variable = Readonly<{
  name: string
  field: readonly [section: string, ...path: string[]]
  kind: 'text' | 'number' | 'secret'
  /** Fields of the same section that cannot hold beside it and give way. */
  outranks?: readonly string[]
}>

/** A field whose name ends in FromEnv: whoever reads the file learns where the secret is, not what it is. */
export const secretNameSchema = z
  .string()
  .check(
    z.regex(/^[A-Z_][A-Z0-9_]*$/),
    z.describe('the name of an environment variable such as SRE_TOKEN, never the secret itself'),
  )

export const isSecretField = (name: string): boolean => name.endsWith('FromEnv')
