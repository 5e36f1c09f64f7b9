/**
 * A counter-based generator: the number belongs to its place (seed, stream, counter), not to how many were drawn before.
 * Integer arithmetic only, so that every engine gives the same: Math.sin, exp, log and pow may differ in the last bit.
 */
export function hash(seed: number, stream: number, counter: number): number {
  let mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(stream + 0x632be5ab, 0xc2b2ae35)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) ^ Math.imul(counter + 0x1b873593, 0x297a2d39)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** 0 up to, not including, 1. */
export function chance(seed: number, stream: number, counter: number): number {
  return hash(seed, stream, counter) / 4_294_967_296
}

/** The stream of a name, so that adding a service leaves the figures of all others as they were. */
export function streamOf(name: string): number {
  let mixed = 0x811c9dc5
  for (let at = 0; at < name.length; at += 1) mixed = Math.imul(mixed ^ name.charCodeAt(at), 0x01000193)
  return mixed >>> 0
}
