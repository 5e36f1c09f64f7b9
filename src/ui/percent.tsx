import { formatRemaining } from '../domain/format.ts'
import { Figure } from './figure.tsx'

/** Budget left. At or below zero it is red: nothing is left. */
export function Percent({ ratio }: Readonly<{ ratio: number }>) {
  return <Figure value={formatRemaining(ratio)} unit="%" isOverspent={ratio <= 0} />
}
