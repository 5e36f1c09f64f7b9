/** "1 h", "6 h", "1 d", "3 d": windows are named as the rules name them. */
export function windowText(hours: number): string {
  return hours % 24 === 0 ? `${hours / 24}\u00a0d` : `${hours}\u00a0h`
}
