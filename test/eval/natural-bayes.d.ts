/** natural's classifier by its deep file; the package as a whole costs a second and prints. */
declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  class BayesClassifier {
    constructor(stemmer: object)
    addDocument(text: string, label: string): void
    train(): void
    getClassifications(text: string): { label: string; value: number }[]
    features: Record<string, number>
  }
  export = BayesClassifier
}
