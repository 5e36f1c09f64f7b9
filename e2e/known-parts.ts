/** Set on what is not looked at again. */
export const KNOWN = 'data-known'

/** In which respect: what is right in one may be wrong in another. */
type Look = string
/** How often something of that kind was shown before. */
type Shown = Map<number, number>
declare global {
  interface Window {
    /** Lives as long as the app is not loaded anew. */
    shownBefore?: Map<Look, Shown>
    /** Of each kind, for words about all that an element stands in are long. */
    numbersOfKinds?: Map<string, number>
  }
}

/**
 * Runs in the page. An attribute for what shows nothing that was not shown before: in rows and items above, or anywhere on
 * pages that this one was reached from. Without a look only the former: where something stands is new on each page.
 */
export function markKnownParts({
  attribute,
  look,
}: Readonly<{ attribute: string; look: Look | null }>): void {
  const parts = 'th, td, [role="gridcell"], li'
  /** These are judged by how what they hold belongs together. */
  const wholes = 'table, [role="grid"], ul, ol, dl'
  /** One alone does not show how they stand to each other. */
  const enough = 2
  /** Attributes that are there to differ. */
  const isOfOne =
    /^(?:id|for|href|value|d|x|y|x1|x2|y1|y2|cx|cy|points|transform|width|height|aria-(?:labelledby|describedby|controls|rowindex|colindex|posinset|setsize|valuenow|valuetext)|data-.*)$/
  const isName = /^(?:title|aria-label)$/
  const isReference = /^(?:for|aria-(?:labelledby|describedby|controls))$/
  const numbers = (window.numbersOfKinds ??= new Map<string, number>())
  const kinds = new Map<Element, Readonly<{ inRow: number; onPage: number }>>()

  function kindOf(element: Element): Readonly<{ inRow: number; onPage: number }> {
    const known = kinds.get(element)
    if (known !== undefined) return known
    const parent = element.parentElement
    const of = parent === null ? { inRow: 0, onPage: 0 } : kindOf(parent)
    const { looks, name } = looksOf(element)
    const kind = { inRow: numberOf(looks, of.inRow), onPage: numberOf(`${looks} ${name}`, of.onPage) }
    kinds.set(element, kind)
    return kind
  }

  /** All that accessibility and contrast are judged by, but for the words and the places; and, for themselves, names. */
  function looksOf(element: Element): Readonly<{ looks: string; name: string }> {
    const style = getComputedStyle(element)
    const words = [...element.childNodes]
      .filter(({ nodeType }) => nodeType === 3)
      .map(({ nodeValue }) => nodeValue?.trim() ?? '')
      .join(' ')
      .trim()
    const given = [...element.attributes].filter(({ name }) => name !== 'style' && name !== attribute)
    const names = given.filter(({ name }) => isName.test(name)).map(({ value }) => value)
    const looks = [
      element.localName,
      ...given.map(describe).toSorted(),
      words && 'words',
      style.color,
      style.backgroundColor,
      style.backgroundImage,
      style.opacity,
      style.fontSize,
      style.fontWeight,
      style.display,
      style.visibility,
      style.fill,
    ].join(' ')
    return { looks, name: names.length === 0 ? '' : [...names, words].join(' ') }
  }

  function describe({ name, value }: Attr): string {
    if (isReference.test(name))
      return `${name} ${value.split(' ').every((id) => document.getElementById(id))}`
    return isOfOne.test(name) || isName.test(name) ? `${name}${value && '='}` : `${name}=${value}`
  }

  function numberOf(looks: string, parent: number): number {
    const words = `${parent} ${looks}`
    const known = numbers.get(words)
    if (known !== undefined) return known
    numbers.set(words, numbers.size + 1)
    return numbers.size
  }

  for (const marked of document.querySelectorAll(`[${attribute}]`)) marked.removeAttribute(attribute)
  const inRows: Shown = new Map()
  for (const part of document.querySelectorAll(parts)) {
    if (part.querySelector(parts) !== null) continue
    const shown = new Set([part, ...part.querySelectorAll('*')].map((element) => kindOf(element).inRow))
    const isRepeated = [...shown].every((kind) => (inRows.get(kind) ?? 0) >= enough)
    if (isRepeated) part.setAttribute(attribute, '')
    else for (const kind of shown) inRows.set(kind, (inRows.get(kind) ?? 0) + 1)
  }

  if (look === null) return
  const looked = (window.shownBefore ??= new Map<Look, Shown>())
  const before: Shown = looked.get(look) ?? new Map<number, number>()
  looked.set(look, before)
  const shown = new Set<number>()
  for (const part of document.body.children) if (markKnown(part)) part.setAttribute(attribute, '')
  for (const kind of shown) before.set(kind, (before.get(kind) ?? 0) + 1)

  /** Whether nothing in it is new; what is known in something new is marked. */
  function markKnown(element: Element): boolean {
    if (element.hasAttribute(attribute)) return true
    const { onPage } = kindOf(element)
    shown.add(onPage)
    const known = [...element.children].filter(markKnown)
    const isKnown =
      known.length === element.children.length &&
      (before.get(onPage) ?? 0) >= enough &&
      !element.matches(wholes)
    if (!isKnown) for (const part of known) part.setAttribute(attribute, '')
    return isKnown
  }
}
