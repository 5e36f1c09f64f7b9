import type { ObjectiveDeclaration } from './declarations.ts'
import { percentFromShare } from './target.ts'

/** The characters that say the target, in which unit, and why it is so where a comment behind it tells. */
export type WrittenTarget = Readonly<{
  file: string
  start: number
  end: number
  unit: 'share' | 'percent'
  reason: string | null
}>

/** OpenSLO has a field of its own for each unit; in Sloth and Pyrra the objective itself is the target, in percent. */
export function writtenTarget({ document, path }: ObjectiveDeclaration): WrittenTarget | null {
  const isMapping = typeof document.valueAt(path) === 'object'
  const unit = isMapping && document.valueAt([...path, 'target']) !== undefined ? 'share' : 'percent'
  const field = unit === 'share' ? 'target' : 'targetPercent'
  const written = document.writtenAt(isMapping ? [...path, field] : path)
  if (written === null) return null
  const { start, end, comment } = written
  return { file: document.placeOf(path).file, start, end, unit, reason: comment }
}

/** Those that comments tell, by the id of the SLO. */
export function writtenReasons(targets: ReadonlyMap<string, WrittenTarget>): ReadonlyMap<string, string> {
  return new Map([...targets].flatMap(([id, { reason }]) => (reason === null ? [] : [[id, reason]])))
}

/** The file with another target in it, in the unit and the quotes it has, and the reason as a comment behind it. */
export function rewriteTarget(
  text: string,
  { start, end, unit }: WrittenTarget,
  target: number,
  reason: string,
): string {
  const quote = /^["']/.exec(text.slice(start, end))?.[0] ?? ''
  const value = `${quote}${unit === 'share' ? target : percentFromShare(target)}${quote}`
  const rest = text.slice(end)
  const lineEnd = /\r?\n|$/.exec(rest)?.index ?? 0
  // A comment inside brackets would take what closes them with it.
  const isOwnLine = /^[ \t]*(?:#.*)?$/.test(rest.slice(0, lineEnd))
  const why = reason.replaceAll(/\s+/g, ' ').trim()
  if (!isOwnLine || why === '') return text.slice(0, start) + value + rest
  return `${text.slice(0, start)}${value} # ${why}${rest.slice(lineEnd)}`
}
