/** A contact as far as what hangs on it depends on it. */
export interface Side {
  id: string
  role: string
  session_count: number
}
