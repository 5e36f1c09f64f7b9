import { formatTarget } from './format.ts'
import { counted as countOf, percent, sentences, withPercent } from './indicator-words.ts'
import { describeSilence, type Told } from './silence.ts'
import { REPRESENTATIVE_REMAINDER, type RoomToTighten } from './tighter-slo.ts'

const LEFT = `${percent(REPRESENTATIVE_REMAINDER)} of the budget left`

type Tightening = Readonly<{
  /** Who answers for the SLO. */
  teamName: string
  deployment: string
  target: number
  room: RoomToTighten
  /** Of the periods, where none has a figure. */
  states: readonly Told[]
  /** Null where no period has a figure, 1 where nothing failed in most of them. */
  tightest: number | null
  /** The target that is needed, and how the same events would have ended under it; null where none was said. */
  needed: (Readonly<{ target: number; brokenCount: number }> & RoomToTighten) | null
  elsewhere: readonly (Readonly<{ deployment: string }> & RoomToTighten)[]
}>

/** How often a period ended with room, what target that would have borne, and where else the target would hold. */
export function describeTightening(told: Tightening): string {
  const { room, states, deployment, tightest, target } = told
  if (room.leansTo === null)
    return (
      describeSilence(states, `in ${deployment} in these periods`) ??
      (states.length === 0
        ? `No period has closed in ${deployment} yet.`
        : 'With a target of 100\u202f% there is no budget that could be left.')
    )
  return sentences([
    roomWords(told),
    neededWords(told.needed),
    boundWords(target, tightest),
    ...told.elsewhere.map((other) => elsewhereWords(other, room)),
  ])
}

function roomWords({ room: { counted, representative, leansTo }, deployment, teamName }: Tightening): string {
  const ended = `${representative} of ${countOf(counted, 'period')} in ${deployment} ended with at least ${LEFT}`
  return leansTo === 'ask'
    ? `${ended}: ask ${teamName} with these figures.`
    : `${representative === 0 ? 'None' : 'Only'} ${ended.replace(/^0 /, '')}: talk to ${teamName} all the same, about what would make it more reliable.`
}

function neededWords(needed: Tightening['needed']): string | null {
  if (needed === null || needed.counted === 0) return null
  const { target, representative, counted, brokenCount } = needed
  const broken = brokenCount === 0 ? 'none broken' : `${brokenCount} broken`
  return `At the ${withPercent(formatTarget(target))} that is needed it would have been ${representative} of ${counted}, with ${broken}.`
}

function boundWords(target: number, tightest: number | null): string | null {
  if (tightest === null) return null
  if (tightest === 1) return 'Nothing failed in most of them: they set no bound.'
  const at = withPercent(formatTarget(tightest))
  return tightest > target
    ? `At ${at} most would still have ended so.`
    : `Most would have ended so at ${at}, which is looser than what is promised.`
}

/** One target holds in every deployment: a place without room is said, whatever the chosen one has. */
function elsewhereWords(
  { deployment, counted, representative, leansTo }: Readonly<{ deployment: string }> & RoomToTighten,
  room: RoomToTighten,
): string | null {
  if (leansTo === null || leansTo === room.leansTo) return null
  return `The target is the same in ${deployment}, where it was ${representative} of ${counted}.`
}

export const TIGHTENING_RULE = `Where most of the periods that have a figure, more than half, ended with at least ${LEFT}, the data lean to asking for a tighter SLO; else to talking first about what would make the dependency more reliable.`
