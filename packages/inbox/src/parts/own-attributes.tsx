import { type AttributeKind, kindOf, type OwnAttribute } from '../data/attributes.ts'
import { AttributeFact } from './attribute-fact.tsx'

/** The values of custom attributes, each changed where it stands in the way its kind is written. */
export const OwnAttributes = ({
  values,
  known = [],
  isFixed = false,
  onChange,
}: {
  values: Record<string, unknown>
  /** Attributes the workspace has, set here or not. */
  known?: OwnAttribute[]
  isFixed?: boolean
  onChange: (attributes: Record<string, unknown>) => void
}) => {
  const names = [...new Set([...known.map(({ name }) => name), ...Object.keys(values)])]
  return names.map(name => {
    const attribute = known.find(each => each.name === name)
    return (
      <AttributeFact
        key={name}
        label={attribute ? calledAttribute(attribute) : spaced(name)}
        kind={kindOfOwn(attribute, values[name])}
        options={attribute?.options ?? []}
        value={values[name]}
        isFixed={isFixed}
        onChange={value => onChange({ [name]: value })}
      />
    )
  })
}

const KINDS: Record<OwnAttribute['data_type'], AttributeKind> = {
  string: 'string',
  integer: 'integer',
  float: 'decimal',
  boolean: 'boolean',
  date: 'datetime',
  datetime: 'datetime',
}

function kindOfOwn(attribute: OwnAttribute | undefined, value: unknown): AttributeKind {
  if (typeof value === 'object' && value !== null) return 'relationship'
  if (!attribute) return kindOf(value)
  return attribute.options ? 'list' : KINDS[attribute.data_type]
}

/** Whoever gave it no label called it as programs do. */
const calledAttribute = ({ name, label }: OwnAttribute): string => (label === name ? spaced(name) : label)

const spaced = (name: string): string => name.replaceAll('_', ' ')
