/** Exact inside; on the screen whole currency, or so many decimals: "1 712 EUR". */
export function formatMoney(amount: number, currency: string, decimals = 0): string {
  const figure = new Intl.NumberFormat('en', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(amount)
  return `${figure.replaceAll(',', '\u202f')}\u00a0${currency}`
}
