import {
  assessmentOf,
  textsOf,
  type Assessment,
  type AssessmentBody,
  type AspectTextOnWire,
} from '../../src/contract/maturity.ts'
import { maturityAspects, type AspectText } from '../../src/domain/maturity-model.ts'
import { maturityPoints, type MaturityScores } from '../../src/domain/maturity.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import type { Entry, EntryStore } from '../entry-ports.ts'

export const TEXTS_KEY = 'texts'

/** Newest first; what was taken back is not among them. */
export async function readAssessments(
  entries: EntryStore,
  { teams }: CatalogIndex,
): Promise<readonly Assessment[]> {
  const kept = await entries.list('maturity-assessment')
  return kept
    .flatMap((entry): Assessment[] => {
      const body = entry.isWithdrawn ? null : assessmentOf(entry.body)
      if (body === null) return []
      const { team } = body
      const stamp = { version: entry.version, by: entry.by.name, at: entry.at }
      return [
        {
          ...body,
          id: entry.key,
          teamName: team === null ? null : (teams.get(team)?.name ?? team),
          ...stamp,
          whole: maturityPoints(scoresOf(body)),
        },
      ]
    })
    .toSorted((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? 1 : -1))
}

export function scoresOf({ answers }: Pick<AssessmentBody, 'answers'>): MaturityScores {
  return Object.fromEntries(answers.map(({ aspect, score }) => [aspect, score]))
}

export type KnownTexts = Readonly<{ entry: Entry | null; of(aspect: string): AspectText }>

export async function readTexts(entries: EntryStore): Promise<KnownTexts> {
  const entry = await entries.read('maturity-texts', TEXTS_KEY)
  const own = new Map<string, AspectTextOnWire>(
    entry === null || entry.isWithdrawn ? [] : textsOf(entry.body).map((text) => [text.aspect, text]),
  )
  const defaults = new Map(maturityAspects.map((aspect) => [aspect.id, aspect]))
  return {
    entry,
    of(aspect) {
      const text = own.get(aspect) ?? defaults.get(aspect)
      if (text === undefined) throw new Error(`No aspect is called ${aspect}`)
      const { name, regressive, beginner, advanced } = text
      return { name, regressive, beginner, advanced }
    },
  }
}
