import { EditableFact } from './fact.tsx'

/** The values of custom attributes, each changed where it stands. */
export const OwnAttributes = ({
  values,
  known = [],
  isFixed = false,
  onChange,
}: {
  values: Record<string, unknown>
  /** Attributes the workspace has, set here or not. */
  known?: { name: string; label: string; data_type: string }[]
  isFixed?: boolean
  onChange: (attributes: Record<string, unknown>) => void
}) => {
  const names = [...new Set([...known.map(({ name }) => name), ...Object.keys(values)])]
  return names.map(name => {
    const attribute = known.find(each => each.name === name)
    const value = values[name]
    const type = attribute?.data_type
    const isNumber = typeof value === 'number' || type === 'integer' || type === 'float'
    const like = typeof value === 'boolean' || type === 'boolean' ? false : isNumber ? 0 : ''
    return (
      <EditableFact
        key={name}
        label={attribute?.label ?? name.replaceAll('_', ' ')}
        type={isNumber ? 'number' : 'text'}
        value={value === null || value === undefined ? '' : String(value)}
        isFixed={isFixed}
        onChange={written => onChange({ [name]: valueLike(like, written) })}
      />
    )
  })
}

/** A value of a kind; nothing clears it. */
function valueLike(kind: string | number | boolean, written: string): string | number | boolean | null {
  if (written === '') return null
  if (typeof kind === 'number') return Number(written)
  if (typeof kind === 'boolean') return written === 'true'
  return written
}
