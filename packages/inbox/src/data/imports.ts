import { LARGEST_IMPORT } from '@guichet/contract/import-limits.ts'
import type { CsvImport, ImportColumnTarget } from '@guichet/contract/models/csv-import.ts'
import { imports } from '@guichet/contract/operations/inbox/imports.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { t } from '../text/t.ts'
import { useChange } from './change.ts'
import { queryOf } from './query-of.ts'
import { Refusal } from './refusal.ts'

export type Import = Static<typeof CsvImport>
export type ImportTarget = Static<typeof ImportColumnTarget>
export type ImportModel = Import['model']

const UNDER_WAY = ['checking', 'running', 'undoing']

/** A file as it stands; looked at again and again as long as something is done with it. */
export const useImport = (id: string | undefined) =>
  useQuery({
    ...queryOf(imports.find, { params: { id: id ?? '' } }),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (UNDER_WAY.includes(state.data?.status ?? '') ? 700 : false),
  })

/** The latest files that were uploaded. */
export const useImports = () => useQuery(queryOf(imports.list, {})).data?.data ?? []

/** Uploads a file, and tells how much of it has gone out. */
export function useUpload() {
  const client = useQueryClient()
  const [sent, setSent] = useState(0)
  const going = useRef<XMLHttpRequest>(undefined)
  const mutation = useMutation({
    mutationFn: ({ file, model }: { file: File; model: ImportModel }) => {
      if (file.size > LARGEST_IMPORT)
        throw new Refusal({ status: 413, code: 'too_large', message: t('imports.tooLarge') })
      setSent(0)
      going.current = new XMLHttpRequest()
      return send(going.current, { file, model }, setSent)
    },
    onSuccess: () => client.invalidateQueries({ queryKey: [imports.list.path] }),
  })
  return { ...mutation, sent, stop: () => going.current?.abort() }
}

function send(
  request: XMLHttpRequest,
  { file, model }: { file: File; model: ImportModel },
  onSent: (share: number) => void,
): Promise<Import> {
  const { promise, resolve, reject } = Promise.withResolvers<Import>()
  request.open(
    imports.upload.method,
    `${imports.upload.path}?${new URLSearchParams({ model, name: file.name })}`,
  )
  request.responseType = 'json'
  request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0)
  request.onload = () => {
    const { status, response } = request
    // Typed by the operation, as every answer is.
    if (status >= 200 && status < 300) resolve(response as Import)
    else reject(Refusal.of(new Response(null, { status }), response))
  }
  request.onerror = () => reject(Refusal.unreached())
  request.onabort = () => reject(new Refusal({ status: 0, code: 'stopped', message: t('imports.stopped') }))
  request.send(file)
  return promise
}

const refresh = [imports.find, imports.list]
export const useCheckImport = () => useChange(imports.check, { refresh })
export const useRunImport = () => useChange(imports.run, { refresh })
export const useCancelImport = () => useChange(imports.cancel, { refresh })
export const useUndoImport = () => useChange(imports.undo, { refresh, failed: t('imports.undoFailed') })

export const rejectedAddress = (id: string): string => imports.rejected.path.replace('{id}', id)
