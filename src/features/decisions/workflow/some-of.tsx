import { formatCount } from '../../../domain/format.ts'
import { Absent } from '../../../ui/absent.tsx'

type SomeOfProps = Readonly<{
  some: number
  all: number
  /** Why there is nothing to count. */
  none: string
}>

/** "12 of 13", the whole lighter than the part. */
export function SomeOf({ some, all, none }: SomeOfProps) {
  if (all === 0) return <Absent reason={none} />
  return (
    <>
      {formatCount(some)} <span className="muted">of {formatCount(all)}</span>
    </>
  )
}
