import type { DecisionBody } from '../../../contract/decisions.ts'
import { canonicalJson } from '../../../domain/canonical-json.ts'

const fields = {
  title: 'Title',
  decision: 'Decision',
  reasons: 'Reasons',
  deviation: 'Reason for deciding otherwise',
  deciders: 'Deciders',
  workItems: 'Work items',
  clauses: 'Clauses',
  contracts: 'Contracts',
  validFrom: 'Holds from',
  nextReview: 'Next review',
  effectCheck: 'Effect',
} as const satisfies Partial<Record<keyof DecisionBody, string>>
type Field = keyof typeof fields

/** What they have otherwise, field by field. */
export function differencesOf(mine: DecisionBody, theirs: DecisionBody): string {
  const differing = (Object.keys(fields) as Field[]).filter(
    (name) => canonicalJson(mine[name]) !== canonicalJson(theirs[name]),
  )
  if (differing.length === 0) return 'the same as yours'
  return differing
    .map((name) => `${fields[name]}: “${inWords(theirs, name)}”, yours “${inWords(mine, name)}”`)
    .join('; ')
}

function inWords(body: DecisionBody, name: Field): string {
  if (name === 'deciders') return body.deciders.map((one) => `${one.name} (${one.role})`).join(', ')
  if (name === 'effectCheck')
    return body.effectCheck === null ? 'none' : `${body.effectCheck.hypothesis} on ${body.effectCheck.on}`
  const value = body[name]
  if (value === null) return 'none'
  return typeof value === 'string' ? value : value.join(', ')
}
