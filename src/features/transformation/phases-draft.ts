import type { Phase } from '../../domain/board-phases.ts'

/** Columns while they are changed: what goes is kept among the retired. */
export type PhasesDraft = Readonly<{
  phases: readonly Phase[]
  retired: readonly Phase[]
  stuckAfterWeeks: number
}>

export function moved(draft: PhasesDraft, id: string, by: -1 | 1): PhasesDraft {
  const from = draft.phases.findIndex((phase) => phase.id === id)
  const [phase] = draft.phases.slice(from, from + 1)
  const to = from + by
  if (phase === undefined || to < 0 || to >= draft.phases.length) return draft
  const others = draft.phases.filter((one) => one !== phase)
  return { ...draft, phases: [...others.slice(0, to), phase, ...others.slice(to)] }
}

export function changed(draft: PhasesDraft, id: string, change: Partial<Phase>): PhasesDraft {
  return {
    ...draft,
    phases: draft.phases.map((phase) => (phase.id === id ? { ...phase, ...change } : phase)),
  }
}

export function retired(draft: PhasesDraft, id: string): PhasesDraft {
  return {
    ...draft,
    phases: draft.phases.filter((phase) => phase.id !== id),
    retired: [...draft.retired, ...draft.phases.filter((phase) => phase.id === id)],
  }
}

/** At the end, where it can be moved from; one that was retired comes back as it was. */
export function added(draft: PhasesDraft, phase: Phase): PhasesDraft {
  const back = draft.retired.find(({ id }) => id === phase.id)
  return {
    ...draft,
    phases: [...draft.phases, back ?? phase],
    retired: draft.retired.filter(({ id }) => id !== phase.id),
  }
}

export function newPhase(draft: PhasesDraft, name: string): Phase {
  const taken = new Set([...draft.phases, ...draft.retired].map(({ id }) => id))
  return { id: freeId(slugOf(name), taken), name, hint: '', measures: [], practice: null, evidence: null }
}

/** A measure whose words are the same keeps its id, and so does one that is worded anew in its place. */
export function measuresFrom(phase: Phase, lines: readonly string[]): Phase['measures'] {
  const texts = lines.map((line) => line.trim()).filter((line) => line !== '')
  const idByText = new Map(phase.measures.map(({ id, text }) => [text, id]))
  const taken = new Set(texts.flatMap((text) => idByText.get(text) ?? []))
  return texts.map((text, index) => {
    const same = idByText.get(text)
    if (same !== undefined) {
      idByText.delete(text)
      return { id: same, text }
    }
    const here = phase.measures[index]?.id
    const id = here !== undefined && !taken.has(here) ? here : freeId(`${phase.id}-${index + 1}`, taken)
    taken.add(id)
    return { id, text }
  })
}

const MOST_ID_CHARACTERS = 50

function slugOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, MOST_ID_CHARACTERS)
    .replaceAll(/^-+|-+$/g, '')
  return slug === '' ? 'phase' : slug
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  let number = 2
  while (taken.has(`${wanted}-${number}`)) number += 1
  return `${wanted}-${number}`
}
