/** Runs in the page. An attribute for rows of tables and lists that show nothing which rows before them have not shown. */
export function markRepeatedRows(attribute: string): void {
  const parts = 'th, td, [role="gridcell"], li'
  /** One alone does not show how they stand to each other. */
  const enough = 2
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
      .map(({ name, value }) =>
        name === 'class' || name === 'role' ? `${name}=${value}` : `${name}${value && '='}`,
      )
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

  for (const part of document.querySelectorAll(parts)) {
    part.removeAttribute(attribute)
    if (part.querySelector(parts) !== null) continue
    const shown = new Set([part, ...part.querySelectorAll('*')].map(kindOf))
    const isRepeated = [...shown].every((kind) => (shownIn.get(kind) ?? 0) >= enough)
    if (isRepeated) part.setAttribute(attribute, '')
    else for (const kind of shown) shownIn.set(kind, (shownIn.get(kind) ?? 0) + 1)
  }
}
