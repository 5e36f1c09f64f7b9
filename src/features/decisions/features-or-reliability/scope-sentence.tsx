import { usePresent } from '../../../api/present.ts'
import type { FeaturesOrReliability } from '../../../contract/features-or-reliability.ts'
import { counted, nameList } from '../../../domain/indicator-words.ts'
import { AsOfNote } from '../../../ui/as-of-note.tsx'
import { Time } from '../../../ui/time.tsx'
import { spanName } from './list-words.ts'

type ScopeSentenceProps = Readonly<{ answer: FeaturesOrReliability; at: string | null }>

/** More are counted. */
const MOST_NAMED = 3

/** Whose evidence it is, from which periods, and up to when it is known. */
export function ScopeSentence({ answer, at }: ScopeSentenceProps) {
  const { scope, periods, dataUpTo } = answer
  const present = usePresent()
  const evidence = periods.length === 0 ? '' : `Evidence from ${spanName(periods)}, `
  return (
    <p>
      {namedOrCounted(scope.teams, 'team')}: {counted(scope.serviceCount, 'service')} in{' '}
      {namedOrCounted(scope.deployments, 'deployment')}.{' '}
      {at === null ? (
        <>
          {evidence === '' ? 'As' : `${evidence}as`} of <Time at={dataUpTo} form="full" />.
        </>
      ) : (
        <>
          {evidence !== '' && `Evidence from ${spanName(periods)}. `}
          <AsOfNote at={at} parts="budgets" kept={present} />
        </>
      )}
    </p>
  )
}

function namedOrCounted(places: readonly Readonly<{ name: string }>[], noun: string): string {
  return places.length > MOST_NAMED ? counted(places.length, noun) : nameList(places.map(({ name }) => name))
}
