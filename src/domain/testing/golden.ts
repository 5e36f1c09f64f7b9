import file from './golden-cases.json' with { type: 'json' }

type Json = string | number | boolean | null | readonly Json[] | JsonRecord
type JsonRecord = Readonly<{ [key: string]: Json | undefined }>

type Half = 'inputs' | 'expected'
type Step = string | number

/** A case of the domain's reference numbers; the readers throw where the file holds no value of that kind. */
export type GoldenCase = Readonly<{
  id: string
  /** Absolute, on every number in `expected`. */
  tolerance: number
  value: (half: Half, ...path: readonly Step[]) => Json
  number: (half: Half, ...path: readonly Step[]) => number
  numbers: (half: Half, ...path: readonly Step[]) => readonly number[]
  text: (half: Half, ...path: readonly Step[]) => string
  flag: (half: Half, ...path: readonly Step[]) => boolean
}>

type StoredCase = Readonly<{ id: string; tolerance: number; inputs: JsonRecord; expected: JsonRecord }>

const storedCases: readonly StoredCase[] = file.cases

export const goldenIds: readonly string[] = storedCases.map((stored) => stored.id)

export function goldenCase(id: string): GoldenCase {
  const stored = storedCases.find((candidate) => candidate.id === id)
  if (!stored) throw new Error(`No golden case is called ${id}`)
  const value = (half: Half, ...path: readonly Step[]) => valueAt(stored, half, path)

  return {
    id,
    tolerance: stored.tolerance,
    value,
    number: (half, ...path) => asNumber(value(half, ...path)),
    numbers: (half, ...path) => asList(value(half, ...path)).map(asNumber),
    text: (half, ...path) => asText(value(half, ...path)),
    flag: (half, ...path) => asFlag(value(half, ...path)),
  }
}

function valueAt(stored: StoredCase, half: Half, path: readonly Step[]): Json {
  let found: Json | undefined = stored[half]
  for (const step of path) {
    found =
      typeof found === 'object' && found !== null
        ? Object.entries(found).find(([key]) => key === String(step))?.[1]
        : undefined
  }
  if (found === undefined) throw new Error(`${stored.id} has no ${half}.${path.join('.')}`)
  return found
}

function asNumber(json: Json): number {
  if (typeof json !== 'number') throw new Error(`Not a number: ${JSON.stringify(json)}`)
  return json
}

function asText(json: Json): string {
  if (typeof json !== 'string') throw new Error(`Not a text: ${JSON.stringify(json)}`)
  return json
}

function asFlag(json: Json): boolean {
  if (typeof json !== 'boolean') throw new Error(`Not a flag: ${JSON.stringify(json)}`)
  return json
}

function asList(json: Json): readonly Json[] {
  if (!Array.isArray(json)) throw new Error(`Not a list: ${JSON.stringify(json)}`)
  return json
}
