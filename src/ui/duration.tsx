import { formatDuration } from '../domain/format.ts'
import { Figure } from './figure.tsx'

/** "4 d 9 h" with its units smaller and lighter. */
export function Duration({ hours }: Readonly<{ hours: number }>) {
  const pairs = [...formatDuration(hours).matchAll(/(\S+)\s(\S+)/g)]
  return pairs.map(({ 0: pair, 1: value = pair, 2: unit = '', index }) => (
    <span key={index}>
      {index > 0 && ' '}
      <Figure value={value} unit={unit} />
    </span>
  ))
}
