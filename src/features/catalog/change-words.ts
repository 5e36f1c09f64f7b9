import type { ChangesOfKind } from '../../contract/catalog-state.ts'

/** "SLOs 2 new, 1 changed; teams 1 archived" */
export function changesInWords(
  kinds: readonly ChangesOfKind[],
  goneWord: 'archived' | 'missing' = 'archived',
): string {
  return kinds.map((changes) => kindInWords(changes, goneWord)).join('; ')
}

function kindInWords({ kind, newCount, changedCount, goneCount }: ChangesOfKind, goneWord: string): string {
  const counts = [
    [newCount, 'new'],
    [changedCount, 'changed'],
    [goneCount, goneWord],
  ] as const
  const told = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`)
  return `${kind === 'SLOs' ? kind : kind.toLowerCase().replace('slos', 'SLOs')} ${told.join(', ')}`
}

export function countInWords(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
