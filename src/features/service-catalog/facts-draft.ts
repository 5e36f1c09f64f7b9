import type { ServiceFacts } from '../../contract/service-catalog.ts'
import { serviceDuties } from '../../domain/service-catalog.ts'
import { dutyWords } from './catalog-words.ts'

export const blankFacts: ServiceFacts = {
  keeper: '',
  model: null,
  modelSince: null,
  class: null,
  duties: {
    'on-call-in-hours': null,
    'on-call-out-of-hours': null,
    rollouts: null,
    breaches: null,
    policy: null,
    escalations: null,
  },
  promise: '',
  note: '',
}

const names = {
  keeper: 'kept by',
  model: 'operating model',
  modelSince: 'since',
  class: 'class',
  promise: 'may be promised',
  note: 'note',
} as const

/** What they have otherwise, field by field. */
export function differingFacts(mine: ServiceFacts, theirs: ServiceFacts): string {
  const fields = Object.keys(names) as (keyof typeof names)[]
  const differing = [
    ...fields.map((field) => ({ name: names[field], mine: mine[field], theirs: theirs[field] })),
    ...serviceDuties.map((duty) => ({
      name: dutyWords[duty].toLowerCase(),
      mine: mine.duties[duty],
      theirs: theirs.duties[duty],
    })),
  ].filter((one) => one.mine !== one.theirs)
  if (differing.length === 0) return 'the same as yours'
  return differing
    .map((one) => `${one.name}: “${one.theirs ?? 'not known'}”, yours “${one.mine ?? 'not known'}”`)
    .join('; ')
}
