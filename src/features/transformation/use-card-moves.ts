import { useState, type KeyboardEvent, type PointerEvent } from 'react'

import type { Board } from '../../contract/board.ts'
import { phaseName } from './board-words.ts'

/** A card on its way: by keys it stays where it is until it is set down, by pointer it follows. */
export type Held = Readonly<{ team: string; to: string | null; by: 'keys' | 'pointer'; x: number; y: number }>

/** Less is a click with an unsteady hand. */
const DRAG_PX = 6
/** Below the bar at the top, and above the one at the foot of a phone. */
const EDGE_PX = 96
const SCROLL_PX = 14

type Moves = Readonly<{
  held: Held | null
  /** For screen readers: what just happened to the card that is held. */
  said: string
  onKeyDown: (event: KeyboardEvent, team: string) => void
  onPointerDown: (event: PointerEvent, team: string) => void
  letGo: () => void
}>

/** Cards are moved by mouse, by touch and by keys, all to the same end. */
export function useCardMoves(
  board: Board,
  onDrop: (team: string, to: string, by: Held['by']) => void,
): Moves {
  const [held, setHeld] = useState<Held | null>(null)
  const [said, setSaid] = useState('')
  const cardOf = (team: string) => board.cards.find((card) => card.team === team)
  const nameOf = (team: string) => cardOf(team)?.teamName ?? team

  function setDown({ team, to, by }: Pick<Held, 'team' | 'to' | 'by'>) {
    setHeld(null)
    if (to === null || to === cardOf(team)?.phase) setSaid(`${nameOf(team)} stays where it was.`)
    else {
      setSaid(`${nameOf(team)} is set down in ${phaseName(board, to)}.`)
      onDrop(team, to, by)
    }
  }

  function cancel(team: string) {
    setHeld(null)
    setSaid(`${nameOf(team)} stays where it was.`)
  }

  function onKeyDown(event: KeyboardEvent, team: string) {
    const isHeld = held?.by === 'keys' && held.team === team
    const step = steps[event.key] ?? 0
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault()
      if (isHeld) return setDown(held)
      const to = cardOf(team)?.phase ?? null
      setHeld({ team, to, by: 'keys', x: 0, y: 0 })
      setSaid(
        `${nameOf(team)} is picked up from ${phaseName(board, to)}. Arrows move it, Space sets it down, Escape leaves it.`,
      )
    } else if (isHeld && event.key === 'Escape') {
      event.preventDefault()
      cancel(team)
    } else if (isHeld && step !== 0) {
      event.preventDefault()
      const ids = board.columns.map(({ id }) => id)
      const next = Math.max(0, Math.min(ids.length - 1, ids.indexOf(held.to ?? '') + step))
      const to = ids[next] ?? null
      setHeld({ ...held, to })
      setSaid(`${phaseName(board, to)}, ${next + 1} of ${ids.length}.`)
    }
  }

  function onPointerDown(event: PointerEvent, team: string) {
    if (event.button !== 0 || !(event.target instanceof Element)) return
    const isGrip = event.target.closest('[data-grip]') !== null
    // A finger scrolls by everything else, and what can be clicked is not dragged.
    if (!isGrip && (event.pointerType === 'touch' || event.target.closest('a, button') !== null)) return
    const { clientX, clientY, pointerId } = event
    const listening = new AbortController()
    const scrolled = window.scrollY
    let current: Held | null = null
    // Another finger moves and drops nothing.
    const isOwn = (other: globalThis.PointerEvent) => other.pointerId === pointerId
    const follow = (moved: globalThis.PointerEvent) => {
      if (!isOwn(moved)) return
      const x = moved.clientX - clientX
      if (current !== null) scrollAtEdge(moved.clientY)
      const y = moved.clientY - clientY + window.scrollY - scrolled
      if (current === null && Math.hypot(x, y) < DRAG_PX) return
      current = { team, to: phaseUnder(moved), by: 'pointer', x, y }
      setHeld(current)
    }
    const end = (isDropped: boolean) => {
      listening.abort()
      if (current === null) return
      if (isDropped) setDown(current)
      else cancel(team)
    }
    const { signal } = listening
    window.addEventListener('pointermove', follow, { signal })
    window.addEventListener('pointerup', (up) => isOwn(up) && end(true), { signal })
    window.addEventListener('pointercancel', (gone) => isOwn(gone) && end(false), { signal })
    window.addEventListener('keydown', ({ key }) => key === 'Escape' && end(false), { signal })
  }

  return { held, said, onKeyDown, onPointerDown, letGo: () => setHeld(null) }
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** On a phone the way is longer than the screen. */
function scrollAtEdge(y: number) {
  if (y < EDGE_PX) window.scrollBy(0, -SCROLL_PX)
  else if (y > window.innerHeight - EDGE_PX) window.scrollBy(0, SCROLL_PX)
}

/** The card itself lets the pointer through while it is dragged. */
function phaseUnder({ clientX, clientY }: globalThis.PointerEvent): string | null {
  const column = document.elementFromPoint(clientX, clientY)?.closest('[data-phase]')
  return column?.getAttribute('data-phase') ?? null
}
