/** Golden cases that no test covers yet, by the area of the product that will: an entry goes when its test comes. */
export const notCoveredYet: Readonly<Record<string, readonly string[]>> = {
  decisions: ['GC-W4-01', 'GC-W5-01', 'GC-W5-02'],
  'on call': ['GC-SEV-01', 'GC-SEV-02', 'GC-SEV-04', 'GC-ESC-01', 'GC-PM-02', 'GC-PM-03'],
  engineering: [
    'GC-DEC-01',
    'GC-DEC-03',
    'GC-DEC-04',
    'GC-DEC-05',
    'GC-DEC-06',
    'GC-DEC-07',
    'GC-DEC-09',
    'GC-DEC-10',
    'GC-ENG-01',
    'GC-ENG-02',
    'GC-ENG-04',
  ],
}
