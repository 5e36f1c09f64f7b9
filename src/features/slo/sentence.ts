/** What people wrote as a reason, with the one full stop it may have left out. */
export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}
