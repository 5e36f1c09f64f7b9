/** Golden cases that no test covers yet, by the area of the product that will: an entry goes when its test comes. */
export const notCoveredYet: Readonly<Record<string, readonly string[]>> = {
  'on call': ['GC-SEV-01', 'GC-SEV-02', 'GC-SEV-04', 'GC-ESC-01', 'GC-PM-02', 'GC-PM-03'],
  engineering: ['GC-DEC-10', 'GC-ENG-01', 'GC-ENG-02', 'GC-ENG-04'],
}
