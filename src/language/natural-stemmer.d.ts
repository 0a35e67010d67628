/** The one deep file of `natural` that is used; the package as a whole costs 160 MB to import. */
declare module 'natural/lib/natural/stemmers/indonesian/stemmer_id.js' {
  const stemmer: { stem(word: string): string; dictionary: string[] }
  export = stemmer
}
