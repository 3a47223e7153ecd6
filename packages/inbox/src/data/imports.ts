import type { CsvImport, ImportColumnTarget } from '@guichet/contract/models/csv-import.ts'
import { imports } from '@guichet/contract/operations/inbox/imports.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useChange } from './change.ts'
import { queryOf } from './query-of.ts'
import { Refusal } from './refusal.ts'

export type Import = Static<typeof CsvImport>
export type ImportTarget = Static<typeof ImportColumnTarget>
export type ImportModel = Import['model']

/** A file as it stands; looked at again and again as long as it is read. */
export const useImport = (id: string | undefined) =>
  useQuery({
    ...queryOf(imports.find, { params: { id: id ?? '' } }),
    enabled: id !== undefined,
    refetchInterval: ({ state }) =>
      state.data?.status === 'checking' || state.data?.status === 'running' ? 700 : false,
  })

/** Uploads a file, which goes as a form. */
export const useUpload = () =>
  useMutation({
    mutationFn: async ({ file, model }: { file: File; model: ImportModel }): Promise<Import> => {
      const form = new FormData()
      form.set('model', model)
      form.set('file', file)
      const response = await fetch(imports.upload.path, { method: 'POST', body: form }).catch(() => {
        throw Refusal.unreached()
      })
      const body: unknown = await response.json().catch(() => undefined)
      if (!response.ok) throw Refusal.of(response, body)
      // Typed by the operation, as every answer is.
      return body as Import
    },
  })

export const useCheckImport = () => useChange(imports.check, { refresh: [imports.find] })
export const useRunImport = () => useChange(imports.run, { refresh: [imports.find] })
export const useCancelImport = () => useChange(imports.cancel, { refresh: [imports.find] })

export const rejectedAddress = (id: string): string => imports.rejected.path.replace('{id}', id)
