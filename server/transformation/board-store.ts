import {
  cardBodySchema,
  phasesBodySchema,
  prerequisitesBodySchema,
  type CardBody,
  type PhasesBody,
  type PrerequisitesBody,
} from '../../src/contract/board.ts'
import { defaultPhases, STUCK_AFTER_WEEKS } from '../../src/domain/board-phases.ts'
import type { Entry, EntryStore } from '../entry-ports.ts'

/** There is one board, and so one list of columns and one of prerequisites. */
export const BOARD_KEY = 'board'

type Kept<Body> = Readonly<{
  body: Body
  version: number
  changed: Readonly<{ at: string; by: string }> | null
}>

const notBegun: CardBody = {
  moves: [],
  reached: [],
  nextStep: '',
  coachVisit: null,
  note: '',
  group: null,
  readiness: { observability: null, nominal: null, ownership: null, 'protected-time': null },
}
const notHeld = { isHeld: false, evidence: '' }
const nothingHeld: PrerequisitesBody = {
  held: {
    'availability-and-latency': notHeld,
    'slo-definitions': notHeld,
    'breach-alerts': notHeld,
    'proven-by-teams': notHeld,
    ownership: notHeld,
    interest: notHeld,
  },
}
const proposedPhases: PhasesBody = {
  phases: defaultPhases,
  retired: [],
  stuckAfterWeeks: STUCK_AFTER_WEEKS,
}

export async function readPhases(entries: EntryStore): Promise<Kept<PhasesBody>> {
  return kept(await entries.read('board-phases', BOARD_KEY), proposedPhases, (body) =>
    phasesBodySchema.parse(body),
  )
}

export async function readPrerequisites(entries: EntryStore): Promise<Kept<PrerequisitesBody>> {
  return kept(await entries.read('board-prerequisites', BOARD_KEY), nothingHeld, (body) =>
    prerequisitesBodySchema.parse(body),
  )
}

export async function readCard(entries: EntryStore, team: string): Promise<Kept<CardBody>> {
  return cardOf(await entries.read('team-card', team))
}

/** Of every team: one without an entry has not begun. */
export async function readCards(entries: EntryStore): Promise<(team: string) => Kept<CardBody>> {
  const entered = new Map((await entries.list('team-card')).map((entry) => [entry.key, entry]))
  return (team) => cardOf(entered.get(team) ?? null)
}

function cardOf(entry: Entry | null): Kept<CardBody> {
  return kept(entry, notBegun, (body) => cardBodySchema.parse(body))
}

function kept<Body>(entry: Entry | null, without: Body, parse: (body: Entry['body']) => Body): Kept<Body> {
  if (entry === null) return { body: without, version: 0, changed: null }
  const { version, at, by } = entry
  return { body: parse(entry.body), version, changed: { at, by: by.name } }
}
