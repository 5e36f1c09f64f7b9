import type { CatalogPlan } from './catalog-plan.ts'

type Told = Readonly<Record<string, string>>

/** What of an applied plan stands in the audit log: each field that differs, by the object it belongs to. */
export function catalogDeed(
  { changes }: Pick<CatalogPlan, 'changes'>,
  { source, reason }: Readonly<{ source: string; reason: string }>,
) {
  const before: [string, string][] = []
  const after: [string, string][] = [['reason', reason]]
  for (const [objects, list] of changes) {
    for (const change of list) {
      const name = `${objects}: ${change.id}`
      if (change.kind === 'new') after.push([name, `new, ${change.summary}`])
      if (change.kind === 'gone') {
        before.push([name, 'agreed'])
        after.push([name, 'archived'])
      }
      if (change.kind !== 'changed') continue
      for (const field of change.fields) {
        before.push([`${name}, ${field.field}`, field.before])
        after.push([`${name}, ${field.field}`, field.after])
      }
    }
  }
  const told = (pairs: readonly (readonly [string, string])[]): Told => Object.fromEntries(pairs)
  return { action: 'apply-catalog', subject: `catalog:${source}`, before: told(before), after: told(after) }
}
