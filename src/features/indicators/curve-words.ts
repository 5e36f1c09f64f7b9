import type { PeriodOnWire } from '../../contract/catalog.ts'
import type { CurvesRow } from '../../contract/indicators.ts'
import { formatRemaining, formatTarget } from '../../domain/format.ts'
import { counted } from '../../domain/indicator-words.ts'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { stateWords } from '../../ui/state-words.ts'

type Curve = NonNullable<CurvesRow['curves'][number]>

/** How one period of one budget went, and what may have bent its curve. */
export function curveWords(
  curve: Curve,
  { name, start, end, isOpen }: PeriodOnWire,
  { releases, targetChanges, corrections, enactments }: CurvesRow['marks'],
): string {
  const isHere = (at: string) => at >= start && at < end
  const left = curve.remaining === null ? 'without a budget' : `${formatRemaining(curve.remaining)} % left`
  const deployed = releases.filter(({ at }) => isHere(at)).length
  const corrected = corrections.filter((one) => isHere(one.start)).length
  return [
    `${name}: ${stateWords[curve.state]}`,
    `${left}`,
    ...(isOpen ? ['estimate'] : []),
    ...(deployed === 0 ? [] : [counted(deployed, 'deployment')]),
    ...targetChanges
      .filter(({ at }) => isHere(at))
      .map(
        ({ before, after }) =>
          `target changed from ${formatTarget(before)} to ${formatTarget(after)}${NARROW_SPACE}%`,
      ),
    ...(corrected === 0 ? [] : [counted(corrected, 'correction')]),
    ...metWords(enactments.filter((one) => isHere(one.start))),
  ].join(', ')
}

/** Which clauses of the team's policy were met, each once. */
export function metWords(enactments: readonly Readonly<{ clause: string }>[]): readonly string[] {
  const names = [...new Set(enactments.map(({ clause }) => clause))]
  if (names.length === 0) return []
  return [`policy ${names.length === 1 ? 'clause' : 'clauses'} met: ${names.join(', ')}`]
}
