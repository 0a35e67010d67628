/** A value → YAML in the manner of the shipped files: short lists and small records on one line. */
import { Document, isCollection, isMap, isScalar, isSeq, type Node, visit } from 'yaml'

const LINE = 100

export function writeYaml(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false })
  visit(document, {
    Collection(_, node) {
      if (isFlat(node)) node.flow = true
    },
  })
  return document.toString({ lineWidth: LINE, flowCollectionPadding: false, singleQuote: true })
}

/** A list of plain values, or a record of plain values and such lists, that fits on one line. */
function isFlat(node: Node): boolean {
  if (!isCollection(node) || JSON.stringify(node.toJSON()).length > LINE - 20) return false
  if (isSeq(node)) return node.items.every((item) => isScalar(item))
  return isMap(node) && node.items.every(({ value }) => isScalar(value) || isFlatPart(value))
}

function isFlatPart(value: unknown): boolean {
  return isCollection(value) && isFlat(value)
}
