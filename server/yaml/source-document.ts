import { isAlias, isMap, isScalar, isSeq, type Document, type Node, type Pair } from 'yaml'

import { fieldName, shownValue, type FieldPath, type Mistake, type Place, type Rule } from './mistake.ts'

type Note = Readonly<{ rule: Rule; path: FieldPath; problem: string; hint?: string | undefined }>

type Written = Readonly<{ start: number; end: number; comment: string | null }>

/** One YAML document: its plain value, and where in the file each part of it stands. */
export class SourceDocument {
  readonly value: unknown
  readonly mistakes: Mistake[] = []
  readonly #document: Document
  readonly #placeAt: (offset: number) => Place

  constructor(document: Document, placeAt: (offset: number) => Place) {
    this.#document = document
    this.#placeAt = placeAt
    this.value = document.toJS({ maxAliasCount: -1 })
  }

  /** Where the value stands; for what is not there, where the nearest thing around it does. */
  placeOf(path: FieldPath): Place {
    return this.#placeAt(this.#offsetOf(path, 'value'))
  }

  keyPlaceOf(path: FieldPath): Place {
    return this.#placeAt(this.#offsetOf(path, 'key'))
  }

  valueAt(path: FieldPath): unknown {
    return path.reduce<unknown>(
      (value, part) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, part)
          ? Reflect.get(value, part)
          : undefined,
      this.value,
    )
  }

  /** The characters of one plain value and the comment behind it; null for what stands elsewhere and is only repeated here. */
  writtenAt(path: FieldPath): Written | null {
    let node: unknown = this.#document.contents
    for (const part of path) {
      node = isMap(node)
        ? pairOf(node.items, part)?.value
        : isSeq(node)
          ? node.items[Number(part)]
          : undefined
    }
    if (!isScalar(node) || !node.range || node.anchor !== undefined) return null
    const [start, end] = node.range
    return { start, end, comment: node.comment?.trim() || null }
  }

  error(note: Note): void {
    this.mistakes.push(this.#mistake('error', note))
  }

  warn(note: Note): void {
    this.mistakes.push(this.#mistake('warning', note))
  }

  #mistake(severity: Mistake['severity'], { rule, path, problem, hint }: Note): Mistake {
    const isAboutName = rule === 'unknown-field'
    return {
      rule,
      severity,
      place: isAboutName ? this.keyPlaceOf(path) : this.placeOf(path),
      field: fieldName(path),
      value: isAboutName ? undefined : shownValue(this.valueAt(path)),
      problem,
      hint,
    }
  }

  #offsetOf(path: FieldPath, side: 'key' | 'value'): number {
    let node: unknown = this.#document.contents
    let offset = startOf(node) ?? 0
    for (const part of path) {
      const inside = isAlias(node) ? node.resolve(this.#document) : node
      const pair = isMap(inside) ? pairOf(inside.items, part) : undefined
      const next = pair ? pair.value : isSeq(inside) ? inside.items[Number(part)] : undefined
      const start = pair && (side === 'key' || next === null) ? startOf(pair.key) : startOf(next)
      // What comes from a merged mapping or is not there has no place of its own.
      if (start === undefined) break
      offset = start
      node = next
    }
    return offset
  }
}

function pairOf(items: readonly Pair[], name: string | number): Pair | undefined {
  return items.find(({ key }) => isScalar(key) && String(key.value) === String(name))
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0]
}
