/** Runs in the page. An attribute for what stands in tables and lists and shows nothing that others there have not shown. */
export function markRepeatedRows(attribute: string): void {
  const parts = 'th, td, [role="gridcell"], li'
  /** One alone does not show how they stand to each other. */
  const enough = 2
  /** Attributes that are there to differ. */
  const isOfOne =
    /^(?:id|for|href|title|value|d|x|y|x1|x2|y1|y2|cx|cy|points|transform|width|height|aria-(?:label|labelledby|describedby|controls|rowindex|colindex|posinset|setsize|valuenow|valuetext)|data-.*)$/
  const shownIn = new Map<string, number>()
  const kinds = new Map<Element, string>()

  function kindOf(element: Element): string {
    const known = kinds.get(element)
    if (known !== undefined) return known
    const parent = element.parentElement
    const kind = `${parent === null ? '' : kindOf(parent)}>${looksOf(element)}`
    kinds.set(element, kind)
    return kind
  }

  /** All that accessibility and contrast are judged by, but for the words and the places. */
  function looksOf(element: Element): string {
    const style = getComputedStyle(element)
    const isNamed = [...element.childNodes].some(
      ({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim(),
    )
    const given = [...element.attributes]
      .filter(({ name }) => name !== 'style' && name !== attribute)
      .map(({ name, value }) => (isOfOne.test(name) ? `${name}${value && '='}` : `${name}=${value}`))
    return [
      element.localName,
      ...given.toSorted(),
      isNamed ? 'words' : '',
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
  }

  for (const marked of document.querySelectorAll(`[${attribute}]`)) marked.removeAttribute(attribute)
  for (const part of document.querySelectorAll(parts)) {
    if (part.querySelector(parts) !== null) continue
    const shown = new Set([part, ...part.querySelectorAll('*')].map(kindOf))
    const isRepeated = [...shown].every((kind) => (shownIn.get(kind) ?? 0) >= enough)
    if (isRepeated) part.setAttribute(attribute, '')
    else for (const kind of shown) shownIn.set(kind, (shownIn.get(kind) ?? 0) + 1)
  }
  // A row of which nothing is left is left out as one: what is left out is looked up for each element and each rule.
  for (const row of [...document.querySelectorAll(`:has(> [${attribute}])`)].toReversed()) {
    const cells = [...row.children]
    if (!cells.every((cell) => cell.hasAttribute(attribute))) continue
    for (const cell of cells) cell.removeAttribute(attribute)
    row.setAttribute(attribute, '')
  }
}
