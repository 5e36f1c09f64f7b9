import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { KNOWN } from './known-parts.ts'

const source = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/**
 * axe, as it is, with four of its habits made cheap; what it finds is the same. They were most of the time that all pages
 * took. It is compiled for browsers without private fields: each field of each colour is an entry in a weak map, where a
 * property does. It reads the same dozen colours out of their words for every element anew. It compares each element with
 * each part that is left out, for each rule. And it measures how far a target is from all around it, which matters only
 * where it is too small and something is near.
 */
export const quickAxe = `(() => {
  class PropertyMap {
    property = Symbol()
    has(owner) { return Object.hasOwn(owner, this.property) }
    get(owner) { return owner[this.property] }
    set(owner, value) { owner[this.property] = value; return this }
    add(owner) { return this.set(owner, true) }
    delete(owner) { return delete owner[this.property] }
  }
  const WeakMap = PropertyMap
  const WeakSet = PropertyMap
  ${source}
  const { prototype } = axe.commons.color.Color
  const { parseString } = prototype
  const colours = new Map()
  prototype.parseString = function (words) {
    const parts = colours.get(words)
    if (parts) return Object.assign(this, parts)
    parseString.call(this, words)
    const { r, g, b, alpha } = this
    colours.set(words, { r, g, b, alpha })
    return this
  }
  const rule = Object.getPrototypeOf(axe._audit.rules[0])
  const { gather } = rule
  const known = new PropertyMap()
  function isKnown(target) {
    if (!known.has(target))
      known.set(target, target.actualNode.hasAttribute?.('${KNOWN}') || (target.parent != null && isKnown(target.parent)))
    return known.get(target)
  }
  rule.gather = function (context, options) {
    return gather.call(this, context, options).filter((target) => !isKnown(target))
  }
  const { dom, aria, math } = axe.commons
  const { 'target-size': size, 'target-offset': offset } = axe._audit.checks
  const sizeOf = size.evaluate
  const offsetOf = offset.evaluate
  const isLarge = new PropertyMap()
  size.evaluate = function (node, options, target) {
    const answer = sizeOf.call(this, node, options, target)
    isLarge.set(target, answer === true)
    return answer
  }
  // Within this distance of the boxes around both, the circles that count can touch.
  const gap = (a, b) => Math.max(a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom)
  const isNear = (target, other, far) =>
    gap(target.boundingClientRect, other.boundingClientRect) < far &&
    aria.getRoleType(other) === 'widget' && dom.isFocusable(other) &&
    math.getOffset(target, other, far / 2) * 2 < far
  offset.evaluate = function (node, options, target) {
    if (isLarge.get(target)) return true
    const near = dom.findNearbyElms(target, options.minOffset)
      .filter((other) => isNear(target, other, options.minOffset))
    if (near.length === 0) return true
    const areBothReached = dom.isInTabOrder(target) && near.some(dom.isInTabOrder)
    return areBothReached ? offsetOf.call(this, node, options, target) : undefined
  }
})()`
