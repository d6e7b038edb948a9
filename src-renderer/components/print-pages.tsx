type Props = { readonly pages: readonly string[]; readonly name: string };

/** 見本の頁: the sheets as pictures, in a box of their own that scrolls. */
export function PrintPages({ pages, name }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the pages scroll by the keyboard only where their box can take the focus.
    <section className="print-pages" aria-label="印刷の見本" tabIndex={0}>
      {pages.map((page, index) => (
        <img
          // biome-ignore lint/suspicious/noArrayIndexKey: the pages of one preview never change their order.
          key={index}
          src={`data:image/png;base64,${page}`}
          alt={`${name}の見本 ${pages.length}枚のうち${index + 1}枚目`}
        />
      ))}
    </section>
  );
}
