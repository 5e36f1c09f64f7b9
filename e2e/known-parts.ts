/** Set on what is not looked at again. */
export const KNOWN = 'data-known'

/** One alone does not show how they stand to each other. */
export const ENOUGH = 2

type Kind = number
type Marking = Readonly<{ attribute: string; enough: number; knownKinds: readonly Kind[] }>

/**
 * Runs in the page. An attribute for what shows nothing that was not shown before: in rows and items above, or on pages
 * of which the kinds are known. Returns those of this page.
 */
export function markKnownParts({ attribute, enough, knownKinds }: Marking): readonly Kind[] {
  const parts = 'th, td, [role="gridcell"], li'
  /** These are judged by how what they hold belongs together. */
  const wholes = 'table, [role="grid"], ul, ol, dl'
  /** Attributes that are there to differ. */
  const isOfOne =
    /^(?:id|for|href|value|d|x|y|x1|x2|y1|y2|cx|cy|points|transform|width|height|aria-(?:labelledby|describedby|controls|rowindex|colindex|posinset|setsize|valuenow|valuetext)|data-.*)$/
  const isName = /^(?:title|aria-label)$/
  const isReference = /^(?:for|aria-(?:labelledby|describedby|controls))$/
  type Kinds = Readonly<{ inRow: Kind; onPage: Kind }>
  const kinds = new Map<Element, Kinds>()

  function kindOf(element: Element): Kinds {
    const known = kinds.get(element)
    if (known !== undefined) return known
    const parent = element.parentElement
    const of = parent === null ? { inRow: 0, onPage: 0 } : kindOf(parent)
    const { looks, name } = looksOf(element)
    const kind = { inRow: digest(looks, of.inRow), onPage: digest(`${looks} ${name}`, of.onPage) }
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

  /** Two of some ten thousand kinds with the same number of 52 bits are not to be expected. */
  function digest(words: string, parent: Kind): Kind {
    const half = 2 ** 26
    let high = Math.floor(parent / half)
    let low = parent % half
    for (let place = 0; place < words.length; place++) {
      const code = words.charCodeAt(place)
      high = (high * 31 + code) % 67_108_859
      low = (low * 61 + code) % 67_108_837
    }
    return high * half + low
  }

  for (const marked of document.querySelectorAll(`[${attribute}]`)) marked.removeAttribute(attribute)
  const inRows = new Map<Kind, number>()
  for (const part of document.querySelectorAll(parts)) {
    if (part.querySelector(parts) !== null) continue
    const shown = new Set([part, ...part.querySelectorAll('*')].map((element) => kindOf(element).inRow))
    const isRepeated = [...shown].every((kind) => (inRows.get(kind) ?? 0) >= enough)
    if (isRepeated) part.setAttribute(attribute, '')
    else for (const kind of shown) inRows.set(kind, (inRows.get(kind) ?? 0) + 1)
  }

  const knownOnPages = new Set(knownKinds)
  const shown = new Set<Kind>()
  for (const part of document.body.children) if (markKnown(part)) part.setAttribute(attribute, '')
  return [...shown]

  /** Whether nothing in it is new; what is known in something new is marked. */
  function markKnown(element: Element): boolean {
    if (element.hasAttribute(attribute)) return true
    const { onPage } = kindOf(element)
    shown.add(onPage)
    const known = [...element.children].filter(markKnown)
    const isKnown =
      known.length === element.children.length && knownOnPages.has(onPage) && !element.matches(wholes)
    if (!isKnown) for (const part of known) part.setAttribute(attribute, '')
    return isKnown
  }
}
