/** 窓が開かないときの言葉: what happened and what to do next, where no screen can say it. */
export const words = {
  selfTestFailed: (failed: readonly string[]): string =>
    `暗号の自己点検に通りませんでした(${failed.join('、')})。台帳は開いていません。管理者に連絡してください。`,
  notStarted: '始められませんでした。台帳は消していません。もう一度開き、続くときは管理者に連絡してください。',
  pageGone:
    '画面が止まったため終わります。もう一度開いてください。直前の操作が記録されたかどうかは、開き直して一覧で確かめてください。',
} as const;
