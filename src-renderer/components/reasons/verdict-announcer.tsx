import { useEffect, useState } from 'react';

const quietMs = 600;

/** 判定の読み上げ: a live region that speaks once the form was quiet for 600 ms, and only where something changed. */
export function VerdictAnnouncer({ words }: { readonly words: string }) {
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(words), quietMs);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <div role="status" className="visually-hidden" data-verdict-announcer="">
      {spoken}
    </div>
  );
}
