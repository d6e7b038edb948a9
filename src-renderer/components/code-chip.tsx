type Props = { readonly code: string; readonly tone?: 'plain' | 'pending' | 'unmet' | 'decided' };

/** 規則の番号: the code that a clerk can look up in the rulebook. */
export function CodeChip({ code, tone = 'plain' }: Props) {
  return (
    <span className="code-chip keeps-colour" data-tone={tone}>
      {code}
    </span>
  );
}
