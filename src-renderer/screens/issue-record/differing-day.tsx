/** 違うところに印のある日付: only the part unlike the other date is double-underlined. */
export function DifferingDay({ day, other }: { readonly day: string; readonly other: string | null }) {
  const parts = [
    { unit: '年', from: 0, to: 4 },
    { unit: '月', from: 5, to: 7 },
    { unit: '日', from: 8, to: 10 },
  ] as const;
  return (
    <p className="compared-dates-date">
      {parts.map(({ unit, from, to }) => {
        const text = String(Number(day.slice(from, to)));
        const differs = other !== null && day.slice(from, to) !== other.slice(from, to);
        return (
          <span key={unit}>
            {differs ? <mark>{text}</mark> : text}
            {unit}
          </span>
        );
      })}
    </p>
  );
}
